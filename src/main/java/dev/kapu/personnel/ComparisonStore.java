package dev.kapu.personnel;

import dev.kapu.personnel.Difference.Kind;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.AffiliationType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What comparisons with the personnel module have found, institution by institution. */
@Component
class ComparisonStore {
    private static final String SELECT = """
            select institution_code, day, only_here, only_there, differing, failure, failed_at
              from personnel_comparison
             where\s""";

    private static final String NOTABLE = "(only_here + only_there + differing > 0 or failure is not null)\n";

    private final JdbcClient jdbc;

    ComparisonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** What was found at institutions that nobody asks about any more is nobody's to mend. */
    @Transactional
    public void forgetClosed() {
        var closed =
                "institution_code in (select code from institution where not " + ComparisonRunStore.IS_COMPARED + ")";
        jdbc.sql("delete from personnel_difference where " + closed).update();
        jdbc.sql("""
                update personnel_comparison set only_here = 0, only_there = 0, differing = 0, failure = null, failed_at = null
                 where %s and %s""".formatted(NOTABLE, closed)).update();
    }

    Optional<Comparison> find(InstitutionCode institution) {
        return jdbc.sql(SELECT + "institution_code = ?")
                .param(institution.text())
                .query((row, n) -> comparison(row))
                .optional();
    }

    /** Those that failed, then those that differ, the worst first. */
    List<Comparison> worst(int limit) {
        return jdbc.sql(SELECT + NOTABLE
                        + "order by failure is null, -only_here - only_there - differing, institution_code limit ?")
                .param(limit)
                .query((row, n) -> comparison(row))
                .list();
    }

    /** By the code: whatever is compared between two pages, nobody changes places. */
    List<Comparison> notable(@Nullable InstitutionCode after, int limit) {
        return jdbc.sql(SELECT + NOTABLE + "and institution_code > ? order by institution_code limit ?")
                .param(after == null ? "" : after.text())
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
