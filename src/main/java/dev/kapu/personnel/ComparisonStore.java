package dev.kapu.personnel;

import dev.kapu.personnel.Difference.Kind;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ComparisonStore {
    private static final String SELECT = """
            select institution_code, day, only_here, only_there, differing, failure, failed_at
              from personnel_comparison
             where\s""";

    private static final String NOTABLE = "(only_here + only_there + differing > 0 or failure is not null)\n";
    private static final String IN_ORDER =
            " order by failure is null, -only_here - only_there - differing, institution_code limit ?";

    private static final Duration SILENT = Duration.ofHours(3);

    private final JdbcClient jdbc;

    ComparisonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if another node has begun the comparison that was planned for this moment */
    boolean begin(Instant planned, Instant now) {
        return jdbc.sql("""
                insert into personnel_run (planned, started_at, silent_until) values (?, ?, ?) on conflict do nothing""")
                        .params(planned.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), heard(now))
                        .update()
                == 1;
    }

    boolean wasBegunBefore(Instant moment) {
        return Boolean.TRUE.equals(jdbc.sql("select exists (select from personnel_run where planned < ?)")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
    }

    /** Whether the comparison that was planned for this moment has gone on since before another one. */
    boolean wasStartedBefore(Instant planned, Instant moment) {
        return Boolean.TRUE.equals(
                jdbc.sql("select exists (select from personnel_run where planned = ? and started_at < ?)")
                        .params(planned.atOffset(ZoneOffset.UTC), moment.atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single());
    }

    /** Says that the comparison goes on; from the moment on it may be silent for a while. */
    void goesOn(Instant planned, Instant from) {
        jdbc.sql("update personnel_run set silent_until = ? where planned = ?")
                .params(heard(from), planned.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest comparison of the last day, if the node that began it has been silent for too long: it is now ours. */
    Optional<Instant> takeOver(Instant now) {
        return jdbc.sql("""
                update personnel_run set silent_until = :heard
                 where planned = (select max(planned) from personnel_run)
                   and planned > :yesterday and finished_at is null and silent_until < :now
                returning planned""")
                .param("heard", heard(now))
                .param("yesterday", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static OffsetDateTime heard(Instant now) {
        return now.plus(SILENT).atOffset(ZoneOffset.UTC);
    }

    void finish(Instant planned, Instant now, int compared, int failed) {
        jdbc.sql("update personnel_run set finished_at = ?, compared = ?, failed = ? where planned = ?")
                .params(now.atOffset(ZoneOffset.UTC), compared, failed, planned.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<InstitutionCode> institutions() {
        return jdbc.sql("select code from institution where active order by code")
                .query((row, n) -> new InstitutionCode(row.getString(1)))
                .list();
    }

    /** Those not compared on the day. */
    List<InstitutionCode> left(LocalDate day) {
        return jdbc.sql("""
                select code from institution
                 where active and not exists (select from personnel_comparison compared
                                               where institution_code = code and compared.day = ? and failure is null)
                 order by code""")
                .param(day)
                .query((row, n) -> new InstitutionCode(row.getString(1)))
                .list();
    }

    /** Takes the place of what was found before, or nothing changes. */
    @Transactional
    public void compared(InstitutionCode institution, LocalDate day, List<Difference> differences) {
        jdbc.sql("""
                insert into personnel_comparison (institution_code, day, only_here, only_there, differing)
                values (?, ?, ?, ?, ?)
                on conflict (institution_code) do update
                   set day = excluded.day, only_here = excluded.only_here, only_there = excluded.only_there,
                       differing = excluded.differing, failure = null, failed_at = null""")
                .params(
                        institution.text(),
                        day,
                        count(differences, Kind.ONLY_HERE),
                        count(differences, Kind.ONLY_THERE),
                        count(differences, Kind.DIFFERS))
                .update();
        jdbc.sql("delete from personnel_difference where institution_code = ?")
                .param(institution.text())
                .update();
        for (var difference : differences) {
            jdbc.sql("insert into personnel_difference values (?, ?, ?, ?, ?)")
                    .params(
                            institution.text(),
                            Long.parseLong(difference.educationId()),
                            difference.type().word(),
                            difference.kind().word())
                    .param(difference.fields().toArray(String[]::new))
                    .update();
        }
    }

    /** What was found before stays. */
    void failed(InstitutionCode institution, Failure failure, Instant now) {
        jdbc.sql("""
                insert into personnel_comparison (institution_code, failure, failed_at) values (?, ?, ?)
                on conflict (institution_code) do update
                   set failure = excluded.failure, failed_at = excluded.failed_at""")
                .params(institution.text(), failure.word(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Comparison> find(InstitutionCode institution) {
        return jdbc.sql(SELECT + "institution_code = ?")
                .param(institution.text())
                .query((row, n) -> comparison(row))
                .optional();
    }

    /** Those that failed, then those that differ, the worst first. */
    List<Comparison> notable(int limit) {
        return jdbc.sql(SELECT + NOTABLE + IN_ORDER)
                .param(limit)
                .query((row, n) -> comparison(row))
                .list();
    }

    /** Those that follow another, as that one stands now; none if it was never compared. */
    List<Comparison> notableAfter(InstitutionCode other, int limit) {
        return jdbc.sql(SELECT + NOTABLE + """
                   and (failure is null, -only_here - only_there - differing, institution_code) >
                       (select o.failure is null, -o.only_here - o.only_there - o.differing, o.institution_code
                          from personnel_comparison o where o.institution_code = ?)""" + IN_ORDER)
                .param(other.text())
                .param(limit)
                .query((row, n) -> comparison(row))
                .list();
    }

    List<Difference> differences(InstitutionCode institution) {
        return jdbc.sql("""
                select education_id, type, difference, fields from personnel_difference
                 where institution_code = ? order by education_id, type""")
                .param(institution.text())
                .query((row, n) -> new Difference(
                        row.getString(1),
                        AffiliationType.ofWord(row.getString(2)),
                        Kind.ofWord(row.getString(3)),
                        Arrays.asList((String[]) row.getArray(4).getArray())))
                .list();
    }

    private static int count(List<Difference> differences, Kind kind) {
        return (int) differences.stream().filter(one -> one.kind() == kind).count();
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        var failed = row.getTimestamp(7);
        return new Comparison(
                new InstitutionCode(row.getString(1)),
                row.getObject(2, LocalDate.class),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                failed == null ? null : failed.toInstant());
    }
}
