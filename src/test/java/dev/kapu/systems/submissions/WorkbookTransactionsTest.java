package dev.kapu.systems.submissions;

import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.workbooks.ImportWorkbook;
import dev.kapu.contract.workbooks.ImportWorkbookResponse;
import dev.kapu.fault.Fault;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.portal.TestWorkbook;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.workbook.ManyPupils;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import does to the transaction that it runs in, and what is kept of it (ADR 22). */
@HubTest
class WorkbookTransactionsTest {
    private static final String IDLE = "idle_in_transaction_session_timeout";

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WorkbookImports imports;

    @Autowired
    private ImportRoom room;

    private InstitutionCode institution;

    @BeforeEach
    void a_school() {
        institution = new TestRegistry(jdbc).institution();
    }

    /** Of wrong rows the database is not asked; the limit is the hub's own, made short. */
    @Test
    void a_file_may_take_longer_to_be_read_than_other_transactions_may_idle() throws IOException {
        var workbook = new ManyPupils(institution, 20_000).born("?").workbook();

        var answer = transaction.execute(status -> {
            setting(IDLE, "100ms");
            var taken = taken(workbook);
            assertThat(setting(IDLE)).isEqualTo("16min");
            return taken;
        });

        assertThat(answer.getResult().getWrongRows()).isEqualTo(20_000);
        assertThat(setting(IDLE)).isEqualTo("1min");
    }

    @Test
    void the_file_of_wrong_rows_leaves_once_and_is_not_kept_with_the_first_answer() {
        var school = SubmittingSchool.of(port, credentials, institution);
        var content = "<institutionCode>" + institution.text() + "</institutionCode><purpose>registration</purpose>"
                + "<role>student</role><errorFile>true</errorFile><workbook>"
                + Base64.getEncoder()
                        .encodeToString(new TestWorkbook(institution)
                                .withWrongBirthDate(3)
                                .bytes())
                + "</workbook>";
        var id = UUID.randomUUID();

        var first = school.again("Workbooks", "workbooks", "importWorkbook", content, id);
        var again = school.again("Workbooks", "workbooks", "importWorkbook", content, id);

        assertThat(all(first, "workbook")).hasSize(1);
        assertThat(all(again, "workbook")).isEmpty();
        assertThat(first(again, "submissionNumber")).isEqualTo(first(first, "submissionNumber"));
        assertThat(all(again, "value")).isEqualTo(all(first, "value"));
        assertThat(jdbc.sql("select position('orkbook>'::bytea in answer) from answered_write where message_id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_institution_has_one_file_read_at_a_time_and_others_are_not_held_up() {
        var other = new TestRegistry(jdbc).institution();
        room.enter(institution.text(), 10);
        try {
            assertThatThrownBy(() -> transaction.execute(status -> taken(new TestWorkbook(institution).bytes())))
                    .hasMessage(Fault.BUSY.code());
            room.enter(other.text(), 10);
            room.leave(other.text());
        } finally {
            room.leave(institution.text());
        }

        assertThat(transaction
                        .execute(status -> taken(new TestWorkbook(institution).bytes()))
                        .getResult()
                        .getWrongRows())
                .isZero();
    }

    private ImportWorkbookResponse taken(byte[] workbook) {
        var form = new ImportWorkbook();
        form.setInstitutionCode(institution.text());
        form.setPurpose(Purpose.REGISTRATION);
        form.setRole(Role.STUDENT);
        form.setWorkbook(new DataHandler(new ByteArrayDataSource(workbook, "application/octet-stream")));
        try {
            return imports.take(
                    form,
                    "school-program",
                    new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, institution.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setting(String name, String value) {
        jdbc.sql("select set_config(?, ?, true)")
                .params(name, value)
                .query(String.class)
                .single();
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
