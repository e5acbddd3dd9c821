package dev.kapu.funding;

import dev.kapu.registry.FirstReportStore;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HeadcountStore {
    private final JdbcClient jdbc;
    private final FirstReportStore reports;

    HeadcountStore(JdbcClient jdbc, FirstReportStore reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    /** When the first affiliation was reported. */
    Optional<Instant> reportedSince() {
        return reports.reportedSince();
    }

    /**
     * Waits for who does the same at the same moment.
     *
     * @return whether there was no snapshot yet. Of an empty registry none is begun: it would be empty for ever.
     */
    boolean begin(LocalDate referenceDate, Instant now) {
        return jdbc.sql("""
                insert into funding_snapshot (reference_date, taken_at)
                select ?, ? where exists (select from affiliation)
                    on conflict do nothing""")
                        .param(referenceDate)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Who left on the day is not counted, or would be twice when moving on it. */
    void count(LocalDate referenceDate) {
        jdbc.sql("""
                insert into funding_headcount (reference_date, institution_code, site_serial, type, grade, affiliations)
                select cast(:day as date), institution_code, site_serial, type,
                       coalesce(cast(substring(grade from '[0-9]{1,2}') as smallint), 0), count(*)
                  from affiliation
                 where start_date <= :day and (end_date is null or end_date > :day)
                 group by 2, 3, 4, 5""").param("day", referenceDate).update();
    }

    boolean isTaken(LocalDate referenceDate) {
        return jdbc.sql("select exists (select from funding_snapshot where reference_date = ?)")
                .param(referenceDate)
                .query(Boolean.class)
                .single();
    }

    Optional<LocalDate> first() {
        return jdbc.sql("select reference_date from funding_snapshot order by 1 limit 1")
                .query(LocalDate.class)
                .optional();
    }

    List<Headcount> of(InstitutionCode institution, LocalDate referenceDate) {
        return jdbc.sql("""
                select site_serial, type, grade, affiliations
                  from funding_headcount
                 where institution_code = ? and reference_date = ?
                 order by site_serial, type, grade""")
                .params(institution.text(), referenceDate)
                .query((row, number) -> headcount(row))
                .list();
    }

    private static Headcount headcount(ResultSet row) throws SQLException {
        int grade = row.getInt(3);
        return new Headcount(
                new Headcount.Line(
                        new SiteSerial(row.getString(1)),
                        AffiliationType.ofWord(row.getString(2)),
                        grade == 0 ? null : grade),
                row.getInt(4));
    }
}
