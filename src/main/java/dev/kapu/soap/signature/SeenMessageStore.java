package dev.kapu.soap.signature;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

class SeenMessageStore {
    private final JdbcClient database;

    SeenMessageStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Does not wait for the disk: the record of the disclosure, which is written afterwards and waited for, is behind
     * this in the same write-ahead log. What was answered is therefore remembered.
     *
     * @return the digests that were new
     */
    List<byte[]> insert(List<byte[]> digests, List<Instant> expiries) {
        return database.sql("""
                        with hurry as materialized (select set_config('synchronous_commit', 'off', true))
                        insert into seen_message (digest, expires_at)
                        select digest, to_timestamp(expiry / 1000.0)
                        from hurry, unnest(?::bytea[], ?::bigint[]) as message (digest, expiry)
                        on conflict do nothing
                        returning digest
                        """)
                .param(digests.toArray(byte[][]::new))
                .param(expiries.stream().mapToLong(Instant::toEpochMilli).toArray())
                .query(byte[].class)
                .list();
    }

    /** @return how many, at most {@code most}: a long delete would hold up new messages */
    int deleteExpired(Instant now, int most) {
        return database.sql("""
                        delete from seen_message where ctid = any (array(
                            select ctid from seen_message where expires_at < to_timestamp(? / 1000.0) limit ?))
                        """).params(now.toEpochMilli(), most).update();
    }
}
