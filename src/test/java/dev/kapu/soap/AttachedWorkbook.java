package dev.kapu.soap;

import dev.kapu.PartnerClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** A whole {@code importWorkbook} with its file attached, whose bytes stand as characters so that it can be spoilt. */
record AttachedWorkbook(String type, String text) {
    static final String TYPE = "multipart/related; type=\"application/xop+xml\"; start=\"<envelope@school.example>\";"
            + " start-info=\"text/xml\"; boundary=\"part\"";
    private static final String INCLUDE = "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
            + " href=\"cid:workbook@school.example\"/>";

    static AttachedWorkbook of(String id, String institution, byte[] workbook) {
        return new AttachedWorkbook(
                TYPE,
                fixture()
                        .replace("\n", "\r\n")
                        .replace("${id}", id)
                        .replace("${institution}", institution)
                        .replace("${workbook}", new String(workbook, StandardCharsets.ISO_8859_1)));
    }

    private static String fixture() {
        try (var file = AttachedWorkbook.class.getResourceAsStream("/envelopes/attached-workbook.mime")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    AttachedWorkbook spoilt(UnaryOperator<String> spoil) {
        return new AttachedWorkbook(type, spoil.apply(text));
    }

    AttachedWorkbook as(String otherType) {
        return new AttachedWorkbook(otherType, text);
    }

    /** The envelope, as a client would send it that does not attach. */
    String inBase64(byte[] workbook) {
        return envelope().replace(INCLUDE, Base64.getEncoder().encodeToString(workbook));
    }

    String envelope() {
        return text.substring(text.indexOf("<?xml"), text.indexOf("</soap:Envelope>") + "</soap:Envelope>".length());
    }

    /** The same package around another envelope, in which the include stands for what it replaces. */
    AttachedWorkbook around(String envelope, byte[] workbook) {
        return spoilt(good ->
                good.replace(envelope(), envelope.replace(Base64.getEncoder().encodeToString(workbook), INCLUDE)));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    HttpResponse<String> send(PartnerClient from, String service) {
        return from.with("Content-Type", type).ask(service, bytes());
    }
}
