package dev.kapu.soap.signature;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** In memory: the database is not asked. */
class FakeSeenMessages extends SeenMessageStore {
    private final Set<ByteBuffer> seen = new HashSet<>();

    FakeSeenMessages() {
        super(JdbcClient.create(new DriverManagerDataSource()));
    }

    @Override
    List<byte[]> insert(List<byte[]> digests, List<Instant> expiries) {
        return digests.stream()
                .filter(digest -> seen.add(ByteBuffer.wrap(digest)))
                .toList();
    }

    @Override
    int deleteExpired(Instant now, int most) {
        return 0;
    }
}
