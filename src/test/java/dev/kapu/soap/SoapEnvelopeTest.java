package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kapu.fault.Contact;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class SoapEnvelopeTest {
    private final XRoadHeaders headers = new XRoadHeaders();
    private final SoapEnvelope envelope = new SoapEnvelope(headers, new Contact("desk", "ügyfélszolgálat", "masa"));

    @Test
    void a_fault_names_whom_to_ask_in_every_language_and_is_valid() throws Exception {
        byte[] xml = envelope.fault(new FaultException(Fault.HEADER_MISSING, "id"));

        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains(
                        "<contact>desk</contact>",
                        "<localContact lang=\"en\">desk<",
                        "<localContact lang=\"hu\">ügyfélszolgálat<",
                        "<localContact lang=\"tr\">masa<");
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var detail = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagNameNS("urn:kapu:faults:v1", "fault")
                .item(0);
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("wsdl/faults.xsd").toFile());
        assertThatCode(() -> schema.newValidator().validate(new DOMSource(detail)))
                .doesNotThrowAnyException();
    }

    @Test
    void headers_are_echoed_as_they_came() {
        headers.id = "1";
        headers.purpose = "a<b";
        headers.representedParty = new Identifier(null, new LinkedHashMap<>(Map.of("partyCode", "040003")));

        assertThat(new String(envelope.answer(new byte[0]), StandardCharsets.UTF_8))
                .contains(
                        "<k:purpose xmlns:k=\"urn:kapu:headers:v1\">a&lt;b</k:purpose>",
                        "<r:representedParty><r:partyCode>040003</r:partyCode></r:representedParty>");
    }
}
