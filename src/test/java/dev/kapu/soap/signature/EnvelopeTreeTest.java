package dev.kapu.soap.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class EnvelopeTreeTest {
    @Test
    void a_tree_grows_only_to_what_a_message_can_need() throws XMLStreamException {
        assertThat(tree("<a/>".repeat(4_000)).getChildNodes().getLength()).isEqualTo(4_000);

        assertThatThrownBy(() -> tree("<a/>".repeat(200_000)))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.TOO_DEEP));
    }

    private static Element tree(String children) throws XMLStreamException {
        return EnvelopeTree.read(
                XMLInputFactory.newFactory().createXMLStreamReader(new StringReader("<e>" + children + "</e>")));
    }
}
