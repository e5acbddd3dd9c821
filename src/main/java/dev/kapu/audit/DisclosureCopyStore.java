package dev.kapu.audit;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Rows as one COPY (manual, "COPY", "Binary Format"), each with a salt. Not thread-safe. */
final class DisclosureCopyStore {
    private static final String COPY =
            "copy disclosure (" + DisclosureRow.COLUMNS + ") from stdin with (format binary)";
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {-1, -1};
    private static final int SALT_BYTES = 16;

    private final SecureRandom random;
    private final ByteArrayOutputStream data;

    DisclosureCopyStore(SecureRandom random, int sizeHint) {
        this.random = random;
        this.data = new ByteArrayOutputStream(sizeHint);
    }

    void into(Connection connection, List<byte[]> rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        var bytes = join(rows);
        copy.writeToCopy(bytes, 0, bytes.length);
        if (copy.endCopy() != rows.size()) {
            throw new SQLException("COPY stored another number of rows than it was given");
        }
    }

    private byte[] join(List<byte[]> rows) {
        var salts = new byte[rows.size() * SALT_BYTES];
        random.nextBytes(salts);
        data.reset();
        data.writeBytes(HEADER);
        for (var i = 0; i < rows.size(); i++) {
            data.writeBytes(rows.get(i));
            data.writeBytes(new byte[] {0, 0, 0, SALT_BYTES});
            data.write(salts, i * SALT_BYTES, SALT_BYTES);
        }
        data.writeBytes(TRAILER);
        return data.toByteArray();
    }
}
