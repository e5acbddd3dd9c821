package dev.kapu.soap;

import dev.kapu.fault.Fault;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A way to spoil a good {@code requestCard}, and what the hub says to it. {@code TRAP} stands for an address. */
record HostileMessage(String name, Fault fault, UnaryOperator<String> spoil) {
    static Stream<HostileMessage> all() {
        return Stream.of(
                of("cut off", Fault.MALFORMED_XML, good -> good.substring(0, good.length() - 30)),
                of("empty", Fault.MALFORMED_XML, good -> ""),
                of("no XML", Fault.MALFORMED_XML, good -> "{\"person\": 1}"),
                of("wrong end that is called an entity", Fault.MALFORMED_XML, swap("HU17</x:userId>", "HU17</entity>")),
                of(
                        "unbound prefix that is called a limit",
                        Fault.MALFORMED_XML,
                        swap("HU17", "<limit:a>HU17</limit:a>")),
                of("foreign namespace", Fault.UNKNOWN_OPERATION, swap("urn:kapu:id-cards:v1", "urn:x")),
                of(
                        "another service's operation",
                        Fault.UNKNOWN_OPERATION,
                        body("<getPerson xmlns='urn:kapu:person-registry:v1'/>")),
                of("SOAP 1.2", Fault.NOT_SOAP, swap(EnvelopeReader.SOAP, "http://www.w3.org/2003/05/soap-envelope")),
                of("external entity, file", Fault.FORBIDDEN_XML, entity("SYSTEM 'file:///etc/passwd'")),
                of("external entity, address", Fault.FORBIDDEN_XML, entity("SYSTEM 'TRAP'")),
                of(
                        "external document type",
                        Fault.FORBIDDEN_XML,
                        swap("<soap:Envelope", "<!DOCTYPE a SYSTEM 'TRAP'><soap:Envelope")),
                of("entity bomb", Fault.FORBIDDEN_XML, entity("'aaaaaaaaaa'> <!ENTITY b '&e;&e;&e;&e;&e;&e;&e;&e;'")),
                of("undeclared entity", Fault.FORBIDDEN_XML, swap("HU17", "&e;")),
                of("processing instruction", Fault.FORBIDDEN_XML, swap("<soap:Header>", "<?php die ?><soap:Header>")),
                of("deep nesting", Fault.TOO_DEEP, body("<a>".repeat(5_000) + "</a>".repeat(5_000))),
                of("more names than all contracts have", Fault.TOO_DEEP, body(names())),
                of("a name much too long", Fault.TOO_DEEP, body("<a>" + "<" + "n".repeat(65) + "/></a>")),
                of("just over the limit", Fault.TOO_LARGE, good -> good + " ".repeat(1_048_577 - good.length())),
                of("include of an address", Fault.INVALID, include("TRAP")),
                of("include of a file", Fault.INVALID, include("file:///etc/passwd")),
                of("element too many", Fault.INVALID, swap("</requestCard>", "<x/></requestCard>")),
                of("element too few", Fault.INVALID, swap("<cardType>student</cardType>", "")),
                of("value not allowed", Fault.INVALID, swap("<cardType>student", "<cardType>SECRET")),
                of(
                        "two bodies",
                        Fault.INVALID,
                        swap("</requestCard>", "</requestCard><requestCard xmlns='urn:kapu:id-cards:v1'/>")),
                of(
                        "unknown header",
                        Fault.UNKNOWN_HEADER,
                        swap("<x:id>", "<y:trace xmlns:y='urn:y'>1</y:trace><x:id>")),
                of("id missing", Fault.HEADER_MISSING, good -> good.replaceFirst("<x:id>.*</x:id>", "")),
                of(
                        "header twice",
                        Fault.HEADER_INVALID,
                        swap("<x:userId>HU17", "<x:userId>HU18</x:userId><x:userId>HU17")),
                of("element in a text header", Fault.HEADER_INVALID, swap("HU17", "<b>HU17</b>")),
                of("control character in a header", Fault.HEADER_INVALID, swap("HU17", "HU&#x85;17")),
                of("line break in a header", Fault.HEADER_INVALID, swap("HU17", "HU&#10;17")),
                of("purpose too long", Fault.HEADER_INVALID, swap(">request-card<", ">" + "p".repeat(101) + "<")),
                of(
                        "strange part of the client",
                        Fault.HEADER_INVALID,
                        swap("<i:memberClass>", "<i:evil>1</i:evil><i:memberClass>")),
                of(
                        "part of a foreign namespace",
                        Fault.HEADER_INVALID,
                        swap("<i:subsystemCode>", "<i:subsystemCode xmlns:i='urn:y'>")),
                of(
                        "strange part of the party",
                        Fault.HEADER_INVALID,
                        swap("<r:partyCode>", "<r:evil>1</r:evil><r:partyCode>")),
                of("strange type of the client", Fault.HEADER_INVALID, swap("\"SUBSYSTEM\"", "\"SERVICE\"")),
                of("claims to be another", Fault.PARTNER_MISMATCH, swap(">school-program<", ">registry-office<")),
                of(
                        "service header names another",
                        Fault.ACTION_MISMATCH,
                        swap("<x:id>", "<x:service><i:serviceCode>verifySite</i:serviceCode></x:service><x:id>")));
    }

    private static HostileMessage of(String name, Fault fault, UnaryOperator<String> spoil) {
        return new HostileMessage(name, fault, spoil);
    }

    private static UnaryOperator<String> swap(String part, String by) {
        return good -> good.replace(part, by);
    }

    private static UnaryOperator<String> entity(String definition) {
        return good -> good.replace("<soap:Envelope", "<!DOCTYPE a [<!ENTITY e " + definition + ">]><soap:Envelope")
                .replace("HU17", "&e;");
    }

    private static UnaryOperator<String> body(String xml) {
        return good -> good.replaceFirst(
                "(?s)<requestCard.*</requestCard>",
                xml.startsWith("<a>") ? "<requestCard xmlns='urn:kapu:id-cards:v1'>" + xml + "</requestCard>" : xml);
    }

    private static String names() {
        return IntStream.range(0, 1000)
                .mapToObj(number -> "<a" + number + "/>")
                .collect(Collectors.joining("", "<a>", "</a>"));
    }

    private static UnaryOperator<String> include(String address) {
        return good -> good.replaceFirst(
                "<educationId>\\d+",
                "<educationId><xop:Include xmlns:xop='http://www.w3.org/2004/08/xop/include' href='" + address + "'/>");
    }

    @Override
    public String toString() {
        return name;
    }
}
