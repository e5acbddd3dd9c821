package dev.kapu.funding;

import dev.kapu.registry.InstitutionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InspectionStore {
    private static final String COLUMNS =
            "number, institution_code, reference_date, reason, requested_by, requested_at, closed_at, finding";

    private final JdbcClient jdbc;

    InspectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else asks for an inspection of the institution. */
    void lock(InstitutionCode institution) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('funding_inspection ' || ?, 0))) locked")
                .param(institution.text())
                .query(Integer.class)
                .single();
    }

    /** What the partner has asked for in the same words, and is open; the first. */
    Optional<Inspection> open(
            InstitutionCode institution, @Nullable LocalDate referenceDate, String reason, String partner) {
        return jdbc.sql("""
                select %s
                  from funding_inspection
                 where closed_at is null and institution_code = :institution
                   and reference_date is not distinct from :day and reason = :reason and requested_by = :partner
                 order by number
                 limit 1""".formatted(COLUMNS))
                .param("institution", institution.text())
                .param("day", referenceDate, Types.DATE)
                .param("reason", reason)
                .param("partner", partner)
                .query((row, n) -> inspection(row))
                .optional();
    }

    Inspection insert(
            InstitutionCode institution,
            @Nullable LocalDate referenceDate,
            String reason,
            String partner,
            Instant now) {
        return jdbc.sql("""
                insert into funding_inspection (institution_code, reference_date, reason, requested_by, requested_at)
                values (:institution, :day, :reason, :partner, :now)
                returning\s""" + COLUMNS)
                .param("institution", institution.text())
                .param("day", referenceDate, Types.DATE)
                .param("reason", reason)
                .param("partner", partner)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> inspection(row))
                .single();
    }

    List<Inspection> list(boolean open, long afterNumber, int limit) {
        return jdbc.sql("""
                select %s
                  from funding_inspection
                 where (closed_at is null) = ? and number > ?
                 order by number
                 limit ?""".formatted(COLUMNS))
                .params(open, afterNumber, limit)
                .query((row, n) -> inspection(row))
                .list();
    }

    /** @return empty if there is none, or it is closed */
    Optional<Inspection> close(long number, String finding, String partner, Instant now) {
        return jdbc.sql("""
                update funding_inspection set closed_at = ?, closed_by = ?, finding = ?
                 where number = ? and closed_at is null
                returning\s""" + COLUMNS)
                .params(now.atOffset(ZoneOffset.UTC), partner, finding, number)
                .query((row, n) -> inspection(row))
                .optional();
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        return new Inspection(
                row.getLong(1),
                new InstitutionCode(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                instant(row.getObject(7, OffsetDateTime.class)),
                row.getString(8));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
