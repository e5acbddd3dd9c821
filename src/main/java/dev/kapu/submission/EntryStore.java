package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class EntryStore {
    private final JdbcTemplate jdbc;

    EntryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param keys of the persons to be registered, see {@link #pendingElsewhere}; null where there are none */
    void insert(String number, List<StoredEntry> entries, List<@Nullable Long> keys) {
        jdbc.batchUpdate("""
                insert into submission_entry (number, position, data, outcome, findings, person_key)
                values (?, ?, cast(? as jsonb), ?, cast(? as text[]), ?)""", entries, entries.size(), (row, entry) -> {
            row.setString(1, number);
            row.setInt(2, entry.position());
            row.setString(3, entry.data());
            row.setString(4, Word.of(entry.verdict().outcome()));
            row.setArray(5, row.getConnection().createArrayOf("text", texts(entry.verdict())));
            row.setObject(6, keys.get(entry.position() - entries.get(0).position()));
        });
    }

    void decide(String number, List<StoredEntry> entries) {
        jdbc.batchUpdate("""
                update submission_entry set outcome = ?, education_id = ?, review = ?, findings = cast(? as text[])
                 where number = ? and position = ?""", entries, entries.size(), (row, entry) -> {
            var verdict = entry.verdict();
            var id = verdict.educationId();
            row.setString(1, Word.of(verdict.outcome()));
            row.setObject(2, id == null ? null : id.number());
            row.setObject(3, verdict.review());
            row.setArray(4, row.getConnection().createArrayOf("text", texts(verdict)));
            row.setString(5, number);
            row.setInt(6, entry.position());
        });
    }

    /** Somebody to be registered by a submission that is open. */
    record Waiting(long key, String number, int position, String data) {
        /** Hazard: must not show the data, or they would reach a log line. */
        @Override
        public String toString() {
            return "Waiting";
        }
    }

    /** Whom the institution has reported in submissions that are open, of those with the keys. */
    List<Waiting> pendingElsewhere(InstitutionCode institution, List<Long> keys) {
        return jdbc.query(
                """
                select e.person_key, e.number, e.position, e.data
                  from submission_entry e join submission s on s.number = e.number
                 where e.person_key = any (?) and e.outcome = 'pending'
                   and s.institution_code = ? and s.state in ('received', 'authenticated')
                 order by e.number, e.position""",
                (row, n) -> new Waiting(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4)),
                keys.toArray(Long[]::new),
                institution.text());
    }

    void leavePending(String number, Outcome outcome) {
        jdbc.update(
                "update submission_entry set outcome = ? where number = ? and outcome = 'pending'",
                Word.of(outcome),
                number);
    }

    record Reviewed(String number, int position, String institution) {}

    /** @return what waited for the review */
    List<Reviewed> decideReview(UUID review, Outcome outcome, @Nullable EducationId id) {
        return jdbc.query(
                """
                update submission_entry e set outcome = ?, education_id = ?
                  from submission s
                 where e.review = ? and e.outcome = 'in-review' and s.number = e.number
                returning e.number, e.position, s.institution_code""",
                (row, n) -> new Reviewed(row.getString(1), row.getInt(2), row.getString(3)),
                Word.of(outcome),
                id == null ? null : id.number(),
                review);
    }

    /** Whether an entry has one of the outcomes. */
    boolean has(String number, Outcome... outcomes) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from submission_entry where number = ? and outcome = any(string_to_array(?, ' ')))",
                Boolean.class,
                number,
                Arrays.stream(outcomes).map(Word::of).collect(Collectors.joining(" "))));
    }

    List<StoredEntry> page(String number, int from, int limit) {
        return jdbc.query("""
                select position, data, outcome, education_id, review, findings from submission_entry
                 where number = ? and position >= ? order by position limit ?
                """, (row, n) -> entry(row), number, from, limit);
    }

    /** All entries in order, a few at a time. */
    void each(String number, Consumer<List<StoredEntry>> action) {
        pages(number).forEachOrdered(action);
    }

    /** As {@link #each}. */
    Stream<List<StoredEntry>> pages(String number) {
        return pages(number, 1);
    }

    /** @param from position of the first entry */
    Stream<List<StoredEntry>> pages(String number, int from) {
        return Stream.iterate(
                page(number, from, Chunks.SIZE),
                page -> !page.isEmpty(),
                page -> page(number, page.get(page.size() - 1).position() + 1, Chunks.SIZE));
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        long id = row.getLong(4);
        return new StoredEntry(
                row.getInt(1),
                row.getString(2),
                new StoredEntry.Verdict(
                        Word.read(Outcome.class, row.getString(3)),
                        id == 0 ? null : new EducationId(id),
                        row.getObject(5, UUID.class),
                        Arrays.stream((String[]) row.getArray(6).getArray())
                                .map(EntryStore::finding)
                                .toList()));
    }

    private static String[] texts(StoredEntry.Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> finding.field() + " " + finding.fault().code())
                .toArray(String[]::new);
    }

    private static Finding finding(String text) {
        int blank = text.lastIndexOf(' ');
        var code = text.substring(blank + 1);
        return new Finding(
                text.substring(0, blank),
                Arrays.stream(Fault.values())
                        .filter(fault -> fault.code().equals(code))
                        .findFirst()
                        .orElse(Fault.INVALID));
    }
}
