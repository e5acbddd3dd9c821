package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** A submission's columns, in the order in which queries select them. */
final class SubmissionRowStore {
    static final String SELECT = """
        select number, institution_code, form, all_or_nothing, state, state_since, submitted_by, received_at, entries,
               (select count(*) from submission_entry e
                 where e.number = s.number and e.outcome in ('refused', 'already-registered')), hash,
               canonical_form
          from submission s
         where\s""";

    private SubmissionRowStore() {}

    static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getString(1),
                new InstitutionCode(row.getString(2)),
                Form.ofCode(row.getString(3)),
                row.getBoolean(4),
                Word.read(State.class, row.getString(5)),
                instant(row, 6),
                row.getString(7),
                instant(row, 8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(12),
                HexFormat.of().formatHex(row.getBytes(11)));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
