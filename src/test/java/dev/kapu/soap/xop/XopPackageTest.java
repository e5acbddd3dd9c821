package dev.kapu.soap.xop;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attachment stands where its include stood, whatever is around it, and nothing else is changed. */
class XopPackageTest {
    private static final String TYPE = "multipart/related; type=\"application/xop+xml\"; boundary=b";
    private static final String INCLUDE = "<i:Include href='cid:a%40b'/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w xmlns:i='http://www.w3.org/2004/08/xop/include'>INCLUDE</w>",
                "<?xml version='1.0' encoding='UTF-8'?>\r\n<w xmlns:i='http://www.w3.org/2004/08/xop/include'>INCLUDE</w>\r\n",
                "\uFEFF<a xmlns:i='http://www.w3.org/2004/08/xop/include'><!-- \r\n é ő 𝒳 --><w>INCLUDE</w>\r</a>",
                "<a xmlns:i='http://www.w3.org/2004/08/xop/include' b='&amp;&#233;&lt;𝒳'>&quot;<![CDATA[<]]><w\n>INCLUDE</w><?x?></a>"
            })
    void the_attachment_stands_where_its_include_stood(String envelope) throws XMLStreamException {
        var opened = XopPackage.of(TYPE, message(envelope.replace("INCLUDE", INCLUDE)));

        var unpacked = opened.unpacked(reader(opened.envelope()), path -> true, 1000);

        assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(envelope.replace("INCLUDE", "AAH/"));
    }

    private static byte[] message(String envelope) {
        return ("--b\r\nContent-Type: application/xop+xml; type=\"text/xml\"\r\n\r\n" + envelope
                        + "\r\n--b\r\nContent-ID: <a@b>\r\nContent-Transfer-Encoding: base64\r\n\r\nAAH/\r\n--b--")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static XMLStreamReader2 reader(byte[] xml) throws XMLStreamException {
        return (XMLStreamReader2) new WstxInputFactory().createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
    }
}
