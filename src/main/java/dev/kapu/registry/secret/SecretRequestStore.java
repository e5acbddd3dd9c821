package dev.kapu.registry.secret;

import dev.kapu.registry.InstitutionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SecretRequestStore {
    record Waiting(long id, InstitutionCode institution, Instant askedAt) {}

    private final JdbcClient jdbc;

    SecretRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing for an institution that is closed or does not exist, nor where a letter waits already. */
    void ask(InstitutionCode institution, Instant at) {
        jdbc.sql("""
                insert into secret_request (institution_code, asked_at)
                select code, ? from institution where code = ? and active
                on conflict (institution_code) where collected_at is null
                do update set asked_at = excluded.asked_at where secret_request.confirmed_at is null
                """).params(at.atOffset(ZoneOffset.UTC), institution.text()).update();
    }

    /** Whether a letter waits. */
    boolean isConfirmed(InstitutionCode institution) {
        return jdbc.sql("""
                select exists (select from secret_request
                                where institution_code = ? and confirmed_at is not null and collected_at is null)""").param(institution.text()).query(Boolean.class).single();
    }

    SecretRequest confirm(InstitutionCode institution, String by, Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                insert into secret_request (institution_code, asked_at, asked_by, confirmed_at, confirmed_by)
                values (?, ?, ?, ?, ?)
                on conflict (institution_code) where collected_at is null
                do update set confirmed_at = coalesce(secret_request.confirmed_at, excluded.confirmed_at),
                              confirmed_by = coalesce(secret_request.confirmed_by, excluded.confirmed_by)
                returning institution_code, asked_at, confirmed_at is not null, collected_at""")
                .params(institution.text(), time, by, time, by)
                .query(SecretRequestStore::request)
                .single();
    }

    List<SecretRequest> unconfirmed(Instant askedAfter, int most) {
        return jdbc.sql("""
                select institution_code, asked_at, false, collected_at
                  from secret_request
                 where confirmed_at is null and asked_at > ?
                 order by asked_at, id
                 limit ?""")
                .params(askedAfter.atOffset(ZoneOffset.UTC), most)
                .query(SecretRequestStore::request)
                .list();
    }

    /** The first collected first. */
    List<SecretRequest> collectedSince(Instant since, int most) {
        return jdbc.sql("""
                select institution_code, asked_at, true, collected_at
                  from secret_request
                 where collected_at >= ?
                 order by collected_at, id
                 limit ?""")
                .params(since.atOffset(ZoneOffset.UTC), most)
                .query(SecretRequestStore::request)
                .list();
    }

    /** By institution, so that two who collect at once wait for each other and not crosswise. */
    List<Waiting> waiting(int most) {
        return jdbc.sql("""
                select r.id, r.institution_code, r.asked_at
                  from secret_request r join institution i on i.code = r.institution_code
                 where r.confirmed_at is not null and r.collected_at is null and i.active
                 order by r.institution_code
                 limit ?""")
                .param(most)
                .query((row, number) -> new Waiting(row.getLong(1), new InstitutionCode(row.getString(2)), at(row, 3)))
                .list();
    }

    /** False if another was faster. */
    boolean collected(long id, Instant at) {
        return jdbc.sql("update secret_request set collected_at = ? where id = ? and collected_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }

    private static SecretRequest request(ResultSet row, int number) throws SQLException {
        return new SecretRequest(new InstitutionCode(row.getString(1)), at(row, 2), row.getBoolean(3), time(row, 4));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
