package dev.kapu.soap;

import dev.kapu.fault.Contact;
import dev.kapu.fault.FaultException;
import dev.kapu.fault.FaultTexts;
import dev.kapu.gate.Envelope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers and faults as SOAP 1.1, with the headers of the request echoed as X-Road asks (PR-MESS 2.2). */
final class SoapEnvelope implements Envelope {
    private static final String START = "<soap:Envelope xmlns:soap=\"" + EnvelopeReader.SOAP + "\">";
    private static final byte[] END = "</soap:Body></soap:Envelope>".getBytes(StandardCharsets.UTF_8);

    private final XRoadHeaders headers;
    private final Contact contact;

    SoapEnvelope(XRoadHeaders headers, Contact contact) {
        this.headers = headers;
        this.contact = contact;
    }

    @Override
    public byte[] answer(byte[] body) {
        byte[] start = opening().toString().getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(start.length + body.length + END.length);
        bytes.writeBytes(start);
        bytes.writeBytes(body);
        bytes.writeBytes(END);
        return bytes.toByteArray();
    }

    @Override
    public byte[] fault(FaultException no) {
        var fault = no.fault();
        var xml = opening();
        xml.append("<soap:Fault><faultcode>soap:").append(fault.code()).append("</faultcode><faultstring>");
        Xml.escape(FaultTexts.text(fault, Locale.ENGLISH, no.where()), xml);
        xml.append("</faultstring><detail><fault xmlns=\"urn:kapu:faults:v1\"><code>")
                .append(fault.code())
                .append("</code>");
        Xml.element("messageId", headers.id, xml);
        for (var language : FaultTexts.LANGUAGES) {
            localized("text", language, FaultTexts.text(fault, language, no.where()), xml);
        }
        for (var language : FaultTexts.LANGUAGES) {
            localized("remedy", language, FaultTexts.remedy(fault, language), xml);
        }
        Xml.element("contact", contact.en(), xml);
        Xml.element("retryable", String.valueOf(fault.retryable()), xml);
        for (var language : FaultTexts.LANGUAGES) {
            localized("localContact", language, contact.in(language), xml);
        }
        xml.append("</fault></detail></soap:Fault></soap:Body></soap:Envelope>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder opening() {
        var xml = new StringBuilder(1024).append(START);
        if (headers.id != null) {
            xml.append("<soap:Header xmlns:x=\"").append(XRoadHeaders.XROAD).append("\" xmlns:i=\"");
            xml.append(XRoadHeaders.IDENTIFIERS).append("\" xmlns:r=\"");
            xml.append(XRoadHeaders.REPRESENTATION).append("\">");
            identifier("x:client", "i:", headers.client, xml);
            identifier("x:service", "i:", headers.service, xml);
            identifier("r:representedParty", "r:", headers.representedParty, xml);
            if (headers.purpose != null) {
                xml.append("<k:purpose xmlns:k=\"").append(XRoadHeaders.KAPU).append("\">");
                Xml.escape(headers.purpose, xml);
                xml.append("</k:purpose>");
            }
            Xml.element("x:id", headers.id, xml);
            Xml.element("x:userId", headers.userId, xml);
            Xml.element("x:issue", headers.issue, xml);
            Xml.element("x:protocolVersion", headers.protocolVersion, xml);
            xml.append("</soap:Header>");
        }
        return xml.append("<soap:Body>");
    }

    private static void identifier(String name, String partPrefix, @Nullable Identifier identifier, StringBuilder xml) {
        if (identifier == null) {
            return;
        }
        xml.append('<').append(name);
        if (identifier.objectType() != null) {
            xml.append(" i:objectType=\"");
            Xml.escape(identifier.objectType(), xml);
            xml.append('"');
        }
        xml.append('>');
        identifier.parts().forEach((part, text) -> Xml.element(partPrefix + part, text, xml));
        xml.append("</").append(name).append('>');
    }

    private static void localized(String name, Locale language, String text, StringBuilder xml) {
        xml.append('<')
                .append(name)
                .append(" lang=\"")
                .append(language.getLanguage())
                .append("\">");
        Xml.escape(text, xml);
        xml.append("</").append(name).append('>');
    }
}
