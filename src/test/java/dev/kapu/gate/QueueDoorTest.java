package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages of a queue, with a letter that Latin-1 does not have; a card is requested for a site in Győr. */
@HubTest
class QueueDoorTest {
    private static final Charset LATIN_2 = Charset.forName("ISO-8859-2");

    @Autowired
    QueueDoor door;

    @Autowired
    CamelContext camel;

    @Autowired
    JdbcClient database;

    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void pupil() {
        var registry = new TestRegistry(database);
        school = registry.institution();
        pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>\n",
                "<?xml version='1.0' encoding='UTF-16' standalone='yes'?>",
                "\uFEFF<?xml version=\"1.0\" encoding=\"windows-1250\"?>"
            })
    void a_text_is_read_as_it_came_whatever_encoding_its_declaration_names(String declaration) {
        var message = message(request(declaration));

        door.enter("IdCards/requestCard", "school-program", message);

        assertThat((String) message.getBody()).contains("requested");
    }

    @Test
    void what_is_thrown_back_names_the_element_at_fault() {
        var wrong = message(request("").replace(pupil.text(), "x"));

        assertThatThrownBy(() -> door.enter("IdCards/requestCard", "school-program", wrong))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.where()).contains("educationId"));
    }

    @Test
    void bytes_are_read_in_the_encoding_that_their_declaration_names() {
        var xml = request("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>");
        var message = message(xml.getBytes(LATIN_2));

        door.enter("IdCards/requestCard", "school-program", message);

        assertThat(answer(message)).contains("requested");
        assertThatThrownBy(() -> door.enter(
                        "IdCards/requestCard", "school-program", message(xml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.SITE_MISMATCH));
    }

    private String request(String declaration) {
        return declaration + """
                <requestCard xmlns="urn:kapu:id-cards:v1"><educationId>%s</educationId>\
                <institutionCode>%s</institutionCode><siteSerial>001</siteSerial>\
                <settlement>Győr</settlement><cardType>student</cardType></requestCard>""".formatted(pupil.text(), school.text());
    }

    private Message message(Object body) {
        var message = new DefaultMessage(camel);
        message.setBody(body);
        message.setHeader("id", UUID.randomUUID().toString());
        message.setHeader("representedParty", school.text());
        return message;
    }

    private static String answer(Message message) {
        return new String((byte[]) message.getBody(), StandardCharsets.UTF_8);
    }
}
