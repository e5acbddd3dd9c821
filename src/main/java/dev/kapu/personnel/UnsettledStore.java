package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose messages are to be tried again, and when. */
@Component
class UnsettledStore {
    private final JdbcClient jdbc;

    UnsettledStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of whom something waits for its day, contradicts, or is held back. */
    List<EducationId> of(LocalDate today) {
        return jdbc.sql("""
                select education_id from personnel_message
                 where state = 'parked' or (state = 'waiting' and day <= ?)
                union
                select education_id from personnel_person where held_back
                 order by education_id""")
                .param(today)
                .query((row, n) -> new EducationId(row.getLong(1)))
                .list();
    }

    /** Of them, under whichever ID, of whom something contradicts or is held back. */
    List<EducationId> of(Collection<EducationId> present) {
        return jdbc.sql("""
                with asked as (
                    select unnest(:ids::bigint[]) as id
                     union
                    select education_id from retired_id where survivor = any (:ids))
                select education_id from personnel_message
                 where state = 'parked' and education_id in (select id from asked)
                 union
                select education_id from personnel_person
                 where held_back and education_id in (select id from asked)
                 order by education_id""")
                .param("ids", EducationId.numbers(present))
                .query((row, n) -> new EducationId(row.getLong(1)))
                .list();
    }

    /** Of whom something is parked because these institutions, or sites of theirs, did not exist or were closed. */
    List<EducationId> withoutPlace(Collection<InstitutionCode> institutions) {
        return jdbc.sql("""
                select distinct education_id from personnel_message
                 where state = 'parked' and institution_code = any (:institutions) and reason = any (:reasons)
                 order by education_id""")
                .param(
                        "institutions",
                        institutions.stream().map(InstitutionCode::text).toArray(String[]::new))
                .param(
                        "reasons",
                        Stream.of(Fault.INSTITUTION_NOT_FOUND, Fault.INSTITUTION_CLOSED, Fault.SITE_NOT_FOUND)
                                .map(Fault::code)
                                .toArray(String[]::new))
                .query((row, n) -> new EducationId(row.getLong(1)))
                .list();
    }
}
