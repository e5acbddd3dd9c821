package dev.kapu.registry.secret;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InstitutionSecretStore {
    record Standing(long id, byte[] sha256) {}

    private final JdbcClient jdbc;

    InstitutionSecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes the secret of an institution waits here for whoever else does, until the end of the transaction. */
    void lock(InstitutionCode institution) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('institution_secret ' || ?, 0))) locked")
                .param(institution.text())
                .query(Integer.class)
                .single();
    }

    /** Of an active institution. */
    Optional<Standing> standing(InstitutionCode institution) {
        return jdbc.sql("""
                select s.id, s.sha256
                  from institution_secret s join institution i on i.code = s.institution_code
                 where s.institution_code = ? and s.revoked_at is null and i.active""")
                .param(institution.text())
                .query((row, number) -> new Standing(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    boolean everIssued(InstitutionCode institution) {
        return jdbc.sql("select exists (select from institution_secret where institution_code = ?)")
                .param(institution.text())
                .query(Boolean.class)
                .single();
    }

    /** @return whether one stood */
    boolean revoke(InstitutionCode institution, Instant at) {
        return jdbc.sql(
                                "update institution_secret set revoked_at = ? where institution_code = ? and revoked_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), institution.text())
                        .update()
                > 0;
    }

    void insert(InstitutionCode institution, byte[] sha256, Instant at) {
        jdbc.sql("insert into institution_secret (institution_code, sha256, issued_at) values (?, ?, ?)")
                .params(institution.text(), sha256, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
