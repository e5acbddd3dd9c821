package dev.kapu.registry;

import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A scope as an SQL expression: the education ID if the person is in reach on the day, null otherwise. A query compares
 * its key with it, so that nobody out of reach is read. The expressions look at indexes only, and an unknown person and
 * one out of reach cost the same.
 */
final class ScopeCondition {
    private ScopeCondition() {}

    /** @param id an SQL expression for the ID in question; used exactly once, before all other parameters */
    static String idInReach(Scope scope, String id) {
        return switch (scope) {
            case EVERYONE -> id;
            case AFFILIATED_WITH_REPRESENTED_INSTITUTION, AFFILIATED_WITH_NAMED_INSTITUTION -> """
                (select a.education_id from affiliation a
                  where a.education_id = %s and a.institution_code = ?
                    and a.start_date <= ? and (a.end_date is null or a.end_date >= ?)
                  limit 1)""".formatted(id);
            case RESPONSIBLE_INSTITUTION -> """
                (select q.education_id from person q
                  where q.education_id = %s and q.responsible_institution = ?)""".formatted(id);
            case UNATTACHED -> """
                (select q.education_id from person q
                  where q.education_id = %s and not exists (
                    select from affiliation a
                     where a.education_id = q.education_id
                       and a.start_date <= ? and (a.end_date is null or a.end_date >= ?)))""".formatted(id);
            case APPLICANTS_OF_THIS_PROCEDURE,
                    CANDIDATES_OF_THIS_EXAM,
                    TAUGHT_BY_THIS_TEACHER,
                    CHILD_OF_THIS_PARENT,
                    NOBODY -> "(select cast(%s as bigint) where false)".formatted(id);
        };
    }

    /** Sets the parameters that follow the ID's. */
    static void bind(PreparedStatement statement, int first, Reach reach, LocalDate day) throws SQLException {
        switch (reach.scope()) {
            case AFFILIATED_WITH_REPRESENTED_INSTITUTION, AFFILIATED_WITH_NAMED_INSTITUTION -> {
                statement.setString(first, reach.institution());
                statement.setObject(first + 1, day);
                statement.setObject(first + 2, day);
            }
            case RESPONSIBLE_INSTITUTION -> statement.setString(first, reach.institution());
            case UNATTACHED -> {
                statement.setObject(first, day);
                statement.setObject(first + 1, day);
            }
            case EVERYONE,
                    APPLICANTS_OF_THIS_PROCEDURE,
                    CANDIDATES_OF_THIS_EXAM,
                    TAUGHT_BY_THIS_TEACHER,
                    CHILD_OF_THIS_PARENT,
                    NOBODY -> {}
        }
    }
}
