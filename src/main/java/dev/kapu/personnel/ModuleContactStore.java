package dev.kapu.personnel;

import dev.kapu.personnel.StaffModule.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ModuleContactStore {
    private final JdbcClient jdbc;

    ModuleContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it had been silent before */
    boolean answered(Instant now) {
        return jdbc.sql("""
                with before as (select silent_since from personnel_contact)
                insert into personnel_contact (answered_at) values (?)
                on conflict (one) do update
                   set answered_at = excluded.answered_at, silent_since = null, peace_until = null
                returning exists (select from before where silent_since is not null)""")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** @param peaceUntil null: it is asked on */
    void failed(Failure failure, Instant now, @Nullable Instant peaceUntil) {
        jdbc.sql("""
                insert into personnel_contact (failure, failed_at, peace_until) values (:failure, :now, :until)
                on conflict (one) do update
                   set failure = excluded.failure, failed_at = excluded.failed_at,
                       peace_until = coalesce(excluded.peace_until, personnel_contact.peace_until)""")
                .param("failure", failure.word())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        peaceUntil == null ? null : peaceUntil.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** @return whether this is new */
    boolean silent(Instant now) {
        return jdbc.sql("update personnel_contact set silent_since = ? where silent_since is null")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<ModuleContact> find() {
        return jdbc.sql("""
                select answered_at, failure, failed_at, silent_since, peace_until,
                       (select count(*) from personnel_comparison where failure is not null) unanswered
                  from personnel_contact""").query((row, n) -> contact(row)).optional();
    }

    private static ModuleContact contact(ResultSet row) throws SQLException {
        return new ModuleContact(
                instant(row, "answered_at"),
                row.getString("failure"),
                instant(row, "failed_at"),
                instant(row, "silent_since"),
                instant(row, "peace_until"),
                row.getInt("unanswered"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
