package dev.kapu.admissions;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Withdrawal;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.scope.Scope;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class AdmissionSheetStore {
    private static final String OF = """
        select number, procedure, education_id, version, family_name, given_name, s.institution_code, submitted_by,
               submitted_at, voided_by,
               (select array_agg(c.institution_code || ' ' || c.study_area order by rank)
                  from admission_choice c where c.sheet = s.number),
               (select array_agg(v.number order by v.number) from admission_sheet v where v.voided_by = s.number),
               withdrawn_at, withdrawn_by
          from admission_sheet s
         where education_id = any (?)
         order by submitted_at, number""";

    private static final String APPLICANTS = """
        select s.number, p.education_id, p.family_name, p.given_name, p.birth_date, s.submitted_at,
               (select array_agg(c.study_area order by c.study_area) from admission_choice c
                 where c.sheet = s.number and c.institution_code = asked.school)
          from (select cast(? as text) as school, cast(? as date) as day) asked
          join admission_sheet s
            on s.number in (select c.sheet from admission_choice c where c.institution_code = asked.school)
          left join retired_id r on r.education_id = s.education_id
          join person p on p.education_id = %s
         where s.procedure = ? and s.voided_by is null and s.withdrawn_at is null and s.number > ?
         order by s.number limit ?""".formatted(ScopeCondition.idInReach(
            Scope.APPLICANTS_OF_THIS_PROCEDURE, "coalesce(r.survivor, s.education_id)", "null", "asked.day"));

    private final JdbcTemplate jdbc;
    private final AdmissionResultStore results;

    AdmissionSheetStore(JdbcTemplate jdbc, AdmissionResultStore results) {
        this.jdbc = jdbc;
        this.results = results;
    }

    String nextNumber(int year) {
        var serial =
                Objects.requireNonNull(jdbc.queryForObject("select nextval('admission_sheet_serial')", Long.class));
        return "%04d-%08d".formatted(year, serial);
    }

    /** @param all IDs of one person; the oldest first */
    List<Sheet> of(List<EducationId> all) {
        var published = results.of(all);
        return jdbc.query(OF, statement -> setIds(statement, all), (row, number) -> sheet(row, published));
    }

    /** The present IDs of those who apply in the procedure. */
    List<EducationId> applicants(String procedure) {
        return jdbc.query("""
                select distinct coalesce(r.survivor, s.education_id)
                  from admission_sheet s left join retired_id r on r.education_id = s.education_id
                 where s.procedure = ? and s.voided_by is null and s.withdrawn_at is null
                """, (row, number) -> new EducationId(row.getLong(1)), procedure);
    }

    List<ApplicantLine> applicants(InstitutionCode school, String procedure, String after, int most, LocalDate day) {
        return jdbc.query(APPLICANTS, (row, number) -> applicant(row), school.text(), day, procedure, after, most);
    }

    /** @param voided which the new sheet replaces */
    void replace(List<String> voided, Sheet sheet) {
        for (var number : voided) {
            jdbc.update("update admission_sheet set voided_by = ? where number = ?", sheet.number(), number);
        }
        jdbc.update(
                """
                insert into admission_sheet (number, procedure, education_id, version, family_name, given_name,
                                             institution_code, submitted_by, submitted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                sheet.number(),
                sheet.procedure(),
                sheet.filedUnder().number(),
                sheet.version(),
                sheet.name().family(),
                sheet.name().given(),
                sheet.institution() == null ? null : sheet.institution().text(),
                sheet.submittedBy(),
                sheet.submittedAt().atOffset(ZoneOffset.UTC));
        for (var choice : sheet.choices()) {
            jdbc.update(
                    "insert into admission_choice (sheet, rank, institution_code, study_area) values (?, ?, ?, ?)",
                    sheet.number(),
                    choice.rank(),
                    choice.place().school().text(),
                    choice.place().area().code());
        }
    }

    void withdraw(String number, Withdrawal withdrawal) {
        jdbc.update(
                "update admission_sheet set withdrawn_at = ?, withdrawn_by = ? where number = ?",
                withdrawal.at().atOffset(ZoneOffset.UTC),
                withdrawal.by(),
                number);
    }

    private static void setIds(PreparedStatement statement, List<EducationId> ids) throws SQLException {
        var numbers = ids.stream().map(EducationId::number).toArray();
        statement.setArray(1, statement.getConnection().createArrayOf("bigint", numbers));
    }

    private static Sheet sheet(ResultSet row, Map<String, List<Result>> published) throws SQLException {
        var number = row.getString(1);
        var institution = row.getString(7);
        var chosen = texts(row.getArray(11));
        return new Sheet(
                number,
                row.getString(2),
                new EducationId(row.getLong(3)),
                row.getInt(4),
                new PersonName(row.getString(5), row.getString(6)),
                institution == null ? null : new InstitutionCode(institution),
                row.getString(8),
                instant(row, 9),
                IntStream.range(0, chosen.size())
                        .mapToObj(index -> choice(index + 1, chosen.get(index)))
                        .toList(),
                texts(row.getArray(12)),
                row.getString(10),
                ParticipationStore.withdrawal(row),
                published.getOrDefault(number, List.of()));
    }

    private static Choice choice(int rank, String place) {
        var parts = place.split(" ", 2);
        return new Choice(rank, new StudyPlace(new InstitutionCode(parts[0]), new StudyArea(parts[1])));
    }

    private static ApplicantLine applicant(ResultSet row) throws SQLException {
        return new ApplicantLine(
                row.getString(1),
                new EducationId(row.getLong(2)),
                new PersonName(row.getString(3), row.getString(4)),
                row.getObject(5, LocalDate.class),
                texts(row.getArray(7)).stream().map(StudyArea::new).toList(),
                instant(row, 6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
