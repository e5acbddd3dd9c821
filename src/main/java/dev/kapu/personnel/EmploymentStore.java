package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.staff.StaffSpan;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EmploymentStore {
    private static final String FOUND = "found";
    private static final String FOLLOWED = "followed";

    private final JdbcClient jdbc;

    EmploymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the registry held when the module spoke of the person for the first time stands until a message says otherwise.
     * A merger may bring in somebody of whom it has never spoken: then what it has not spoken of yet is found as well.
     */
    void speakOf(EducationId present, Collection<EducationId> ids, Collection<StaffSpan> held, Instant now) {
        int unspokenOf = jdbc.sql("""
                insert into personnel_person (education_id, since) select unnest(?::bigint[]), ? on conflict do nothing""")
                .param(EducationId.numbers(ids))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        if (unspokenOf == 0) {
            return;
        }
        var spokenOf =
                Stream.concat(found(ids).stream(), followed(ids).stream()).toList();
        held.stream()
                .filter(span -> spokenOf.stream().noneMatch(span::overlaps))
                .forEach(span -> {
                    insert(present, FOUND, span);
                    insert(present, FOLLOWED, span);
                });
    }

    /** @param ids of one person */
    void heldBack(Collection<EducationId> ids, boolean something) {
        jdbc.sql("update personnel_person set held_back = :now where education_id = any (:ids) and held_back <> :now")
                .param("now", something)
                .param("ids", EducationId.numbers(ids))
                .update();
    }

    List<StaffSpan> found(Collection<EducationId> ids) {
        return select(ids, FOUND);
    }

    /** What the registry was made to hold. */
    List<StaffSpan> followed(Collection<EducationId> ids) {
        return select(ids, FOLLOWED);
    }

    /** @param ids the present one and all that lead to it */
    void followed(EducationId present, Collection<EducationId> ids, Collection<StaffSpan> spans) {
        jdbc.sql("delete from personnel_employment where origin = 'followed' and education_id = any (?)")
                .param(EducationId.numbers(ids))
                .update();
        spans.forEach(span -> insert(present, FOLLOWED, span));
    }

    private void insert(EducationId id, String origin, StaffSpan span) {
        jdbc.sql("""
                insert into personnel_employment (education_id, origin, institution_code, type, start_date, end_date,
                                                  site_serial, weekly_hours, post)
                values (:id, :origin, :institution, :type, :start, :end, :site, :hours, :post)""")
                .param("id", id.number())
                .param("origin", origin)
                .param("institution", span.institution().text())
                .param("type", span.type().word())
                .param("start", span.start())
                .param("end", span.end(), Types.DATE)
                .param("site", span.site().text())
                .param("hours", span.weeklyHours())
                .param("post", span.post(), Types.VARCHAR)
                .update();
    }

    private List<StaffSpan> select(Collection<EducationId> ids, String origin) {
        return jdbc.sql("""
                select distinct on (start_date, institution_code, type)
                       institution_code, type, start_date, end_date, site_serial, weekly_hours, post
                  from personnel_employment
                 where education_id = any (?) and origin = ?
                 order by start_date, institution_code, type, education_id""")
                .params(EducationId.numbers(ids), origin)
                .query((row, n) -> new StaffSpan(
                        new InstitutionCode(row.getString(1)),
                        AffiliationType.ofWord(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        new SiteSerial(row.getString(5)),
                        row.getBigDecimal(6),
                        row.getString(7)))
                .list();
    }
}
