package dev.kapu.registry.reach;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A scope as an SQL expression: the education ID if the person is in reach on the day, null otherwise. A query compares
 * its key with it, so that nobody out of reach is read. The expressions look at indexes only, and an unknown person and
 * one out of reach cost the same.
 */
public final class ScopeCondition {
    private ScopeCondition() {}

    /**
     * With parameters for institution and day, as {@link #values} gives them.
     *
     * @param id an SQL expression for the ID in question; used exactly once, before all other parameters
     */
    public static String idInReach(Scope scope, String id) {
        return idInReach(scope, id, "?", "?");
    }

    /** All three are SQL expressions: the ID in question, the institution of the reach, and the day. */
    public static String idInReach(Scope scope, String id, String institution, String day) {
        return switch (scope) {
            case EVERYONE, EVERYONE_FOR_REPRESENTED_INSTITUTION -> id;
            case AFFILIATED_WITH_REPRESENTED_INSTITUTION, AFFILIATED_WITH_NAMED_INSTITUTION ->
                """
                (select a.education_id from affiliation a
                  where a.education_id = %1$s and a.institution_code = %2$s
                    and a.start_date <= %3$s and (a.end_date is null or a.end_date >= %3$s)
                  limit 1)""".formatted(id, institution, day);
            case CARDHOLDERS_OF_NAMED_INSTITUTION -> """
                (select k.id from (select cast(%1$s as bigint) as id) k
                  where exists (
                    select from affiliation a
                     where a.education_id = k.id and a.institution_code = %2$s
                       and a.start_date <= %3$s and (a.end_date is null or a.end_date >= %3$s))
                     or exists (
                    select from card_request c
                     where c.education_id = k.id and c.institution_code = %2$s
                       and c.state in ('requested', 'issued')))""".formatted(id, institution, day);
            case RESPONSIBLE_INSTITUTION -> """
                (select q.education_id from person q
                  where q.education_id = %s and q.responsible_institution = %s)""".formatted(id, institution);
            case UNATTACHED -> """
                (select q.education_id from person q
                  where q.education_id = %1$s and not exists (
                    select from affiliation a
                     where a.education_id = q.education_id
                       and (a.end_date is null or a.end_date >= %2$s)))""".formatted(id, day);
            case APPLICANTS_OF_THIS_PROCEDURE -> takesPart("secondary-admission", id, day);
            case APPLICANTS_TO_HIGHER_EDUCATION -> takesPart("higher-education-admission", id, day);
            case CANDIDATES_OF_THIS_EXAM -> takesPart("exam", id, day);
            case CARDHOLDERS,
                    IN_EXAM_RECORDS,
                    IN_ACADEMIC_REGISTER,
                    STAFF,
                    TAUGHT_BY_THIS_TEACHER,
                    CHILD_OF_THIS_PARENT,
                    NOBODY -> "(select cast(%s as bigint) where false)".formatted(id);
        };
    }

    private static String takesPart(String procedure, String id, String day) {
        return """
                (select t.education_id from participation t
                  where t.education_id = %1$s and t.procedure = '%2$s' and t.starts <= %3$s and t.ends >= %3$s
                  limit 1)""".formatted(id, procedure, day);
    }

    /** The parameters that follow the ID's. */
    static List<Object> values(Reach reach, LocalDate day) {
        return switch (reach.scope()) {
            case AFFILIATED_WITH_REPRESENTED_INSTITUTION, AFFILIATED_WITH_NAMED_INSTITUTION ->
                List.of(institution(reach), day, day);
            case CARDHOLDERS_OF_NAMED_INSTITUTION -> List.of(institution(reach), day, day, institution(reach));
            case RESPONSIBLE_INSTITUTION -> List.of(institution(reach));
            case UNATTACHED -> List.of(day);
            case APPLICANTS_OF_THIS_PROCEDURE, APPLICANTS_TO_HIGHER_EDUCATION, CANDIDATES_OF_THIS_EXAM ->
                List.of(day, day);
            case EVERYONE,
                    EVERYONE_FOR_REPRESENTED_INSTITUTION,
                    CARDHOLDERS,
                    IN_EXAM_RECORDS,
                    IN_ACADEMIC_REGISTER,
                    STAFF,
                    TAUGHT_BY_THIS_TEACHER,
                    CHILD_OF_THIS_PARENT,
                    NOBODY -> List.of();
        };
    }

    /** Whether who has this reach may act for the institution: one that is in reach for an institution, only for it. */
    public static boolean speaksFor(Reach reach, InstitutionCode institution) {
        return reach.institution() == null || reach.institution().equals(institution.text());
    }

    private static String institution(Reach reach) {
        return Objects.requireNonNull(reach.institution());
    }
}
