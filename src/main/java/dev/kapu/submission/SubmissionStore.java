package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class SubmissionStore {
    private final JdbcTemplate jdbc;

    SubmissionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    String nextNumber(int year) {
        var serial = Objects.requireNonNull(jdbc.queryForObject("select nextval('submission_serial')", Long.class));
        return "%04d-%08d".formatted(year, serial);
    }

    /** Others with the same content wait until this transaction ends. */
    void lockContent(InstitutionCode institution, String hash) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 15))", row -> {}, institution.text() + " " + hash);
    }

    /** Locked: nobody else changes it until this transaction ends; one that somebody closes meanwhile is not open. */
    Optional<Submission> lockOpen(InstitutionCode institution, String hash) {
        return jdbc
                .query(
                        SubmissionRowStore.SELECT
                                + "institution_code = ? and hash = ? and state in ('received', 'authenticated')"
                                + " for update of s",
                        (row, n) -> SubmissionRowStore.submission(row),
                        institution.text(),
                        HexFormat.of().parseHex(hash))
                .stream()
                .findFirst();
    }

    /** @return empty also if it is out of reach */
    Optional<Submission> find(String number, Reach reach) {
        return jdbc
                .query(
                        SubmissionRowStore.SELECT + "number = ? and institution_code = coalesce(?, institution_code)",
                        (row, n) -> SubmissionRowStore.submission(row),
                        number,
                        reach.institution())
                .stream()
                .findFirst();
    }

    /** As {@link #find}; nobody else changes it until this transaction ends. */
    Optional<Submission> lock(String number, Reach reach) {
        jdbc.query("select from submission where number = ? for update", row -> {}, number);
        return find(number, reach);
    }

    List<Submission> list(@Nullable String institution, @Nullable State state, @Nullable String before, int limit) {
        return jdbc.query(
                SubmissionRowStore.SELECT + """
                institution_code = coalesce(?, institution_code) and state = coalesce(?, state)
                   and number < coalesce(?, '9999-99999999')
                 order by number desc limit ?""",
                (row, n) -> SubmissionRowStore.submission(row),
                institution,
                state == null ? null : Word.of(state),
                before,
                limit);
    }

    void insert(Submission submission) {
        jdbc.update(
                """
                insert into submission (number, institution_code, form, all_or_nothing, hash, entries, state,
                                        state_since, submitted_by, received_at, canonical_form)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                submission.number(),
                submission.institution().text(),
                submission.form().code(),
                submission.allOrNothing(),
                HexFormat.of().parseHex(submission.hash()),
                submission.entries(),
                Word.of(submission.state()),
                at(submission.stateSince()),
                submission.submittedBy(),
                at(submission.receivedAt()),
                submission.edition());
    }

    /**
     * Keeps the transition, and the state that it leads to.
     *
     * @throws FaultException {@code Client.Submission.WrongState} if the submission is not in the state it comes from
     */
    void add(String number, Transition transition) {
        var reason = transition.reason();
        var from = transition.from();
        if (from != null && !move(number, from, transition)) {
            throw new FaultException(Fault.SUBMISSION_STATE);
        }
        jdbc.update(
                """
                insert into submission_transition (number, serial, at, by, from_state, to_state, reason_code, reason_text)
                select ?, count(*) + 1, ?, ?, ?, ?, ?, ? from submission_transition where number = ?""",
                number,
                at(transition.at()),
                transition.by(),
                from == null ? null : Word.of(from),
                Word.of(transition.to()),
                reason == null ? null : reason.code(),
                reason == null ? null : reason.text(),
                number);
    }

    private boolean move(String number, State from, Transition transition) {
        return jdbc.update(
                        "update submission set state = ?, state_since = ? where number = ? and state = ?",
                        Word.of(transition.to()),
                        at(transition.at()),
                        number,
                        Word.of(from))
                == 1;
    }

    List<Transition> transitions(String number) {
        return jdbc.query("""
                select at, by, from_state, to_state, reason_code, reason_text from submission_transition
                 where number = ? order by serial""", (row, n) -> transition(row), number);
    }

    private static Transition transition(ResultSet row) throws SQLException {
        var from = row.getString(3);
        var reason = row.getString(5);
        return new Transition(
                SubmissionRowStore.instant(row, 1),
                row.getString(2),
                from == null ? null : Word.read(State.class, from),
                Word.read(State.class, row.getString(4)),
                reason == null ? null : new Transition.Reason(reason, row.getString(6)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
