package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.access.Access;
import dev.kapu.access.TestAccess;
import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.DisclosureRecord.Outcome;
import dev.kapu.audit.RefusingTable;
import dev.kapu.contract.cards.CardType;
import dev.kapu.contract.idcards.RequestCard;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A card is requested; what a message does when it comes again, and when it cannot be recorded. */
@HubTest
class WritesTest {
    private static final Envelope PLAIN = new Envelope() {
        @Override
        public byte[] answer(byte[] body) {
            return body;
        }

        @Override
        public byte[] fault(FaultException fault) {
            return fault.fault().code().getBytes(StandardCharsets.UTF_8);
        }
    };

    private static final String PARTNERS = """
            - { name: school-program, title: Schools, kind: system, contact: help@program.example, represents: all }
            """;
    private static final String NARROWED = """
            - id: schools.card-request
              partner: school-program
              operations: [IdCards/requestCard]
              purpose: request-card
              legalBasis: { text: An institution has cards issued., reference: "Act 1, § 2" }
              subjects: affiliated-with-represented-institution
              fields: [cardRequestId, state]
              valid: { from: 2026-09-01, until: 2027-08-31 }
              quota: { perSecond: 1000, perDay: 5000 }
            """;

    @TempDir
    private Path directory;

    @Autowired
    ApplicationContext hub;

    @Autowired
    Gate gate;

    @Autowired
    Contracts contracts;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private final String messageId = UUID.randomUUID().toString();
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void pupil() {
        var registry = new TestRegistry(database);
        school = registry.institution();
        pupil = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
    }

    @Test
    void the_change_and_its_record_are_there_when_the_answer_leaves() {
        var reply = send("001", "Győr");

        assertThat(reply.fault()).isNull();
        assertThat(text(reply)).contains(pupil.text(), "requested");
        assertThat(requests()).isEqualTo(1);
        assertThat(outcomes()).containsExactly("ANSWERED");
        assertThat(recordedBytes()).isEqualTo(reply.bytes().length);
    }

    @Test
    void the_same_message_again_gets_the_first_answer_and_changes_nothing() {
        var first = send("001", "Győr");

        var second = send("001", "Győr");

        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(requests()).isEqualTo(1);
        assertThat(outcomes()).containsExactly("ANSWERED", "REPEATED");
    }

    @Test
    void another_content_under_the_same_id_is_refused_and_changes_nothing() {
        send("001", "Győr");

        var second = send("002", "Szeged");

        assertThat(second.fault()).isEqualTo(Fault.ID_REUSED);
        assertThat(text(second)).isEqualTo("Client.Message.IdReused");
        assertThat(requests()).isEqualTo(1);
        assertThat(outcomes()).containsExactly("ANSWERED", "REFUSED");
    }

    @Test
    void a_message_sent_many_times_at_once_has_one_effect_and_one_answer() throws Exception {
        var senders = Executors.newFixedThreadPool(4);
        try {
            Callable<String> sending = () -> text(send("001", "Győr"));

            var replies = senders.invokeAll(Collections.nCopies(8, sending));

            var answers = new HashSet<String>();
            for (var reply : replies) {
                answers.add(reply.get());
            }
            assertThat(answers).singleElement().asString().contains(pupil.text());
        } finally {
            senders.shutdownNow();
        }
        assertThat(requests()).isEqualTo(1);
        assertThat(outcomes()).hasSize(8).containsOnlyOnce("ANSWERED").contains("REPEATED");
    }

    @Test
    void a_write_that_was_refused_may_be_corrected_under_its_id() {
        assertThat(send("001", "Szeged").fault()).isEqualTo(Fault.SITE_MISMATCH);

        assertThat(send("001", "Győr").fault()).isNull();

        assertThat(requests()).isEqualTo(1);
        assertThat(outcomes()).containsExactly("REFUSED", "ANSWERED");
    }

    @Test
    void a_change_that_cannot_be_recorded_does_not_happen() {
        try (var broken = RefusingTable.only(owner, messageId, Outcome.ANSWERED)) {
            var reply = send("001", "Győr");

            assertThat(reply.fault()).isEqualTo(Fault.NOT_RECORDED);
            assertThat(text(reply)).isEqualTo("Server.Audit.NotRecorded");
        }
        assertThat(requests()).isZero();
        assertThat(outcomes()).containsExactly("FAILED");

        assertThat(send("001", "Győr").fault()).isNull();

        assertThat(requests()).isEqualTo(1);
        assertThat(outcomes()).containsExactly("FAILED", "ANSWERED");
    }

    @Test
    void the_first_answer_is_not_given_again_when_the_grant_no_longer_covers_it() {
        var first = send("001", "Győr");
        var narrowed = TestAccess.of(directory, PARTNERS, NARROWED);

        var second = gateWith(narrowed).answer(request("001", "Győr"), PLAIN);

        assertThat(first.fault()).isNull();
        assertThat(second.fault()).isEqualTo(Fault.NOT_PERMITTED);
        assertThat(text(second)).isEqualTo("Client.Permission.NotPermitted");
        assertThat(outcomes()).containsExactly("ANSWERED", "REFUSED");
    }

    private Gate gateWith(Access access) {
        var beans = new DefaultListableBeanFactory(hub);
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        beans.registerSingleton("access", access);
        return (Gate) beans.autowire(Gate.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    private Reply send(String site, String settlement) {
        return gate.answer(request(site, settlement), PLAIN);
    }

    private Request request(String site, String settlement) {
        var body = new RequestCard();
        body.setEducationId(pupil.text());
        body.setInstitutionCode(school.text());
        body.setSiteSerial(site);
        body.setSettlement(settlement);
        body.setCardType(CardType.STUDENT);
        var operation = contracts.operations().stream()
                .filter(offered -> offered.id().equals("IdCards/requestCard"))
                .findFirst()
                .orElseThrow();
        var receipt = new Request.Receipt(Channel.HTTP, Instant.now(), System.nanoTime(), 10, new byte[32]);
        var headers = new Headers(null, messageId, null, null, school.text(), null);
        return new Request(receipt, "school-program", headers, operation, body);
    }

    private static String text(Reply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    private long requests() {
        return database.sql("select count(*) from card_request where education_id = ?")
                .param(pupil.number())
                .query(Long.class)
                .single();
    }

    private List<String> outcomes() {
        return database.sql("select outcome from disclosure where message_id = ? order by id")
                .param(messageId)
                .query(String.class)
                .list();
    }

    private int recordedBytes() {
        return database.sql("select answer_bytes from disclosure where message_id = ?")
                .param(messageId)
                .query(Integer.class)
                .single();
    }
}
