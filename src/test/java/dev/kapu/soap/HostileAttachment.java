package dev.kapu.soap;

import dev.kapu.fault.Fault;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A way to spoil a message with an attachment, and what the hub says to it. {@code TRAP} stands for an address. */
record HostileAttachment(String name, Fault fault, UnaryOperator<AttachedWorkbook> spoil) {
    private static final Fault REFUSED = Fault.ATTACHMENT_REFUSED;
    private static final String INCLUDE =
            "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:workbook@school.example\"/>";
    private static final String CID = "cid:workbook@school.example";
    private static final String ID = "Content-ID: <workbook@school.example>";

    static Stream<HostileAttachment> all() {
        return Stream.of(
                text("part missing", good -> good.substring(0, good.lastIndexOf("--part\r\n")) + "--part--"),
                text("end missing", good -> good.replace("--part--", "")),
                swap("something behind the end", "--part--\r\n", "--part--\r\nmore"),
                text("something before the first part", good -> "more\r\n" + good),
                text("no parts at all", good -> "--part--"),
                text(
                        "part that nobody includes",
                        good -> good.replace("--part--", "--part\r\n" + ID + "2\r\n\r\nx\r\n--part--")),
                swap("include twice", "<workbook>" + INCLUDE, "<workbook>" + INCLUDE + INCLUDE),
                swap("include in two elements", "<role>student", "<role>" + INCLUDE),
                swap("include of nothing", CID, "cid:other@school.example"),
                swap("include of the envelope", CID, "cid:envelope@school.example"),
                swap("include of an address", CID, "TRAP"),
                swap("include of a file", CID, "file:///etc/passwd"),
                swap("include without an address", " href=\"" + CID + "\"", ""),
                swap("include with more than an address", "/></workbook>", " type='x'/></workbook>"),
                swap("include with content", "/></workbook>", ">x</xop:Include></workbook>"),
                swap("include beside text", "<workbook>", "<workbook>AAAA"),
                swap("include before text", "</workbook>", "AAAA</workbook>"),
                moved("include in a header", "<x:userId>HU17", "<x:userId>"),
                moved("include in a text of the contract", "<role>student", "<role>"),
                moved("include in place of an operation", "<soap:Body>", "<soap:Body>"),
                text(
                        "include in another service's operation",
                        good -> good.replace("urn:kapu:workbooks:v1", "urn:kapu:registration:v1")),
                text("no include", good -> good.replace(INCLUDE, "AAAA")),
                swap("two ids", ID, ID + "\r\n" + ID),
                swap("no id", ID, "Content-Description: x"),
                swap("line that is no header", ID, ID + "\r\nnonsense"),
                swap("headers without end", ID, ID + "\r\nX-Long: " + "x".repeat(5000)),
                swap("parts in the part", "application/vnd.", "multipart/vnd."),
                swap("message in the part", "application/vnd.", "message/vnd."),
                swap("quoted-printable", "Encoding: binary", "Encoding: quoted-printable"),
                swap("base64 that is none", "Encoding: binary", "Encoding: base64"),
                swap("root of another type", "application/xop+xml;", "text/xml;"),
                swap("root of SOAP 1.2", "type=\"text/xml\"", "type=\"application/soap+xml\""),
                of("root in another encoding", Fault.ENCODING_REFUSED, with("charset=UTF-8", "charset=UTF-16")),
                of("envelope that is cut off", Fault.MALFORMED_XML, with("</soap:Envelope>", "")),
                of(
                        "envelope with a document type",
                        Fault.FORBIDDEN_XML,
                        with("<soap:Envelope", "<!DOCTYPE a SYSTEM 'TRAP'><soap:Envelope")),
                type("SOAP with attachments", "application/xop+xml", "text/xml"),
                type("start of SOAP 1.2", "start-info=\"text/xml\"", "start-info=\"application/soap+xml\""),
                type("start of nothing", "envelope@", "other@"),
                type("no boundary", "boundary=\"part\"", "charset=utf-8"),
                type("boundary of another", "\"part\"", "\"port\""),
                type("boundary that is none", "\"part\"", "\"pa{rt\""),
                type("mixed", "multipart/related", "multipart/mixed"),
                type("type that is none", "; type=", "; ;type"),
                of(
                        "envelope larger than any",
                        Fault.TOO_LARGE,
                        with("<soap:Body>", "<soap:Body>" + " ".repeat(1_048_576))),
                of(
                        "attachment too large as base64",
                        Fault.TOO_LARGE,
                        with("\r\n--part--", "x".repeat(19_000_000) + "\r\n--part--")));
    }

    private static HostileAttachment of(String name, Fault fault, UnaryOperator<String> spoil) {
        return new HostileAttachment(name, fault, good -> good.spoilt(spoil));
    }

    private static HostileAttachment text(String name, UnaryOperator<String> spoil) {
        return of(name, REFUSED, spoil);
    }

    private static HostileAttachment swap(String name, String part, String by) {
        return of(name, REFUSED, with(part, by));
    }

    /** The include stands elsewhere, and some base64 in its place. */
    private static HostileAttachment moved(String name, String before, String by) {
        return of(name, REFUSED, good -> with(before, by + INCLUDE).apply(good.replace(INCLUDE, "AAAA")));
    }

    private static HostileAttachment type(String name, String part, String by) {
        return new HostileAttachment(
                name, REFUSED, good -> good.as(with(part, by).apply(good.type())));
    }

    private static UnaryOperator<String> with(String part, String by) {
        return good -> {
            if (!good.contains(part)) {
                throw new IllegalStateException(part);
            }
            return good.replace(part, by);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
