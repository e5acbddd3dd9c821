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
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages of a queue that are broken or malicious: each with its fault, one record, and no effect. */
@HubTest
class QueueDoorRefusalsTest {
    @Autowired
    QueueDoor door;

    @Autowired
    ObjectProvider<Gate> gate;

    @Autowired
    Contracts contracts;

    @Autowired
    CamelContext camel;

    @Autowired
    JdbcClient database;

    private InstitutionCode school;
    private EducationId pupil;
    private String id;

    record Hostile(String name, Fault fault, UnaryOperator<String> spoil) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> messages() {
        return Stream.of(
                new Hostile("cut off", Fault.MALFORMED_XML, good -> good.substring(0, good.length() - 9)),
                new Hostile("empty", Fault.MALFORMED_XML, good -> ""),
                new Hostile(
                        "external document type",
                        Fault.FORBIDDEN_XML,
                        good -> "<!DOCTYPE requestCard SYSTEM 'file:///etc/passwd'>" + good),
                new Hostile("entity bomb", Fault.FORBIDDEN_XML, entity("'aaaaaaaa'> <!ENTITY b '&e;&e;&e;&e;&e;'")),
                new Hostile("external entity", Fault.FORBIDDEN_XML, entity("SYSTEM 'file:///etc/passwd'")),
                new Hostile("too deep", Fault.TOO_DEEP, inside("<a>".repeat(5_000) + "</a>".repeat(5_000))),
                new Hostile("over the limit", Fault.TOO_LARGE, good -> good + " ".repeat(1_048_577 - good.length())),
                new Hostile(
                        "wrong namespace",
                        Fault.UNKNOWN_OPERATION,
                        good -> good.replace("urn:kapu:id-cards:v1", "urn:x")),
                new Hostile(
                        "another operation",
                        Fault.ACTION_MISMATCH,
                        good -> "<getCardRequest xmlns='urn:kapu:id-cards:v1'><cardRequestId>" + UUID.randomUUID()
                                + "</cardRequestId></getCardRequest>"),
                new Hostile(
                        "element too many",
                        Fault.INVALID,
                        good -> good.replace("</requestCard>", "<x/></requestCard>")));
    }

    @BeforeEach
    void pupil() {
        var registry = new TestRegistry(database);
        school = registry.institution();
        pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        id = UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_hostile_message_gets_its_fault_and_one_record_and_has_no_effect(Hostile hostile) {
        var message = message(hostile.spoil().apply(request()));

        refused(door, message, hostile.fault());
    }

    @ParameterizedTest
    @CsvSource({
        "userId,x,201",
        "issue,x,201",
        "representedParty,0,201",
        "purpose,p,101",
        "userId,'\u0085',1",
        "issue,' ',3"
    })
    void a_property_that_no_header_could_be_is_refused_as_one(String property, String character, int times) {
        var message = message(request());
        message.setHeader(property, "a".repeat(character.isBlank() ? 0 : 1) + character.repeat(times));

        refused(door, message, Fault.HEADER_INVALID);
    }

    @Test
    void an_id_that_is_too_long_is_refused_and_the_brokers_is_recorded() {
        var message = message(request());
        message.setHeader("id", "x".repeat(201));
        message.setHeader("JMSMessageID", id);

        refused(door, message, Fault.HEADER_INVALID);
    }

    @Test
    void a_message_that_the_hub_fails_to_read_is_recorded_as_its_own_fault() {
        var failing = new QueueDoor(gate, new Unreadable(contracts), Clock.systemUTC());

        refused(failing, message(request()), Fault.INTERNAL);
    }

    private void refused(QueueDoor at, Message message, Fault fault) {
        assertThatThrownBy(() -> at.enter("IdCards/requestCard", "school-program", message))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(fault));
        assertThat(database.sql("select outcome || ' ' || reason from disclosure where message_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allSatisfy(record -> assertThat(record).endsWith(" " + fault.code()));
        assertThat(database.sql("select count(*) from card_request where education_id = ?")
                        .param(pupil.number())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String request() {
        return """
                <requestCard xmlns="urn:kapu:id-cards:v1"><educationId>%s</educationId>\
                <institutionCode>%s</institutionCode><siteSerial>001</siteSerial>\
                <settlement>Győr</settlement><cardType>student</cardType></requestCard>""".formatted(pupil.text(), school.text());
    }

    private Message message(String body) {
        var message = new DefaultMessage(camel);
        message.setBody(body);
        message.setHeader("id", id);
        message.setHeader("representedParty", school.text());
        return message;
    }

    private static UnaryOperator<String> entity(String definition) {
        return good -> "<!DOCTYPE a [<!ENTITY e " + definition + ">]>" + good.replace("Győr", "&e;");
    }

    private static UnaryOperator<String> inside(String xml) {
        return good -> good.replace("</requestCard>", xml + "</requestCard>");
    }

    private record Unreadable(Contracts real) implements Contracts {
        @Override
        public Collection<Operation> operations() {
            return real.operations();
        }

        @Override
        public Map<String, Class<?>> events() {
            return real.events();
        }

        @Override
        public Object read(Operation operation, byte[] xml) {
            throw new NoClassDefFoundError("a class");
        }

        @Override
        public byte[] write(Object body) {
            return real.write(body);
        }
    }
}
