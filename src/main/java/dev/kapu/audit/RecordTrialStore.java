package dev.kapu.audit;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.DisclosureRecord.Outcome;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Stores records as requests would, and takes them back: nothing of them stays. Not thread-safe. */
final class RecordTrialStore {
    static final String MESSAGE_ID = "trial";

    /** Of so many the table has to grow: a page of it (8 KB) has room for some 50 records without anything in them. */
    static final int MORE_THAN_A_PAGE = 128;

    /** What a driver that lost its server says, or says nothing. */
    private static final String NO_STATE = "08000";

    private final DataSource source;
    private final Duration timeout;
    private final DisclosureCopyStore copy = new DisclosureCopyStore(new SecureRandom(), 1 << 10);

    /** @param source of connections with the rights of the running hub */
    RecordTrialStore(DataSource source, Duration timeout) {
        this.source = source;
        this.timeout = timeout;
    }

    /** The SQLSTATE with which the database refuses; empty if so many records would be stored now. */
    Optional<String> refusal(int records) {
        try (var connection = source.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            tryOn(connection, records);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(Objects.requireNonNullElse(e.getSQLState(), NO_STATE));
        }
    }

    private void tryOn(Connection connection, int records) throws SQLException {
        connection.setAutoCommit(false);
        try {
            copy.into(connection, Collections.nCopies(records, DisclosureRow.encode(row())));
        } finally {
            connection.rollback();
        }
    }

    private static DisclosureRecord row() {
        return new DisclosureRecord(
                Instant.now(),
                Channel.HTTP,
                null,
                null,
                null,
                null,
                null,
                MESSAGE_ID,
                null,
                null,
                null,
                null,
                Outcome.REFUSED,
                null,
                List.of(),
                Set.of(),
                0,
                0,
                0,
                new byte[32]);
    }
}
