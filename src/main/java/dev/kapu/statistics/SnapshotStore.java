package dev.kapu.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component("statisticsSnapshotStore")
class SnapshotStore {
    /**
     * A student counts once, with the affiliation that answers for them before others (K7). Whoever was merged since is
     * looked for under the ID that stayed.
     */
    private static final String COUNT = """
        with present as (
            select distinct on (a.education_id) a.education_id, a.institution_code, i.kind,
                   coalesce(substring(a.grade from '[0-9]{1,2}'), 'none') as grade
              from affiliation a join institution i on i.code = a.institution_code
             where a.type in ('compulsory-student', 'student')
               and a.start_date <= :term and (a.end_date is null or a.end_date > :term)
             order by a.education_id, a.type = 'compulsory-student' desc, a.weekly_hours desc, a.institution_code,
                      a.type),
        entered as (
            select education_id, min(start_date) as day
              from affiliation
             where type in ('compulsory-student', 'student') and start_date <= :term
             group by education_id),
        earlier as (
            select distinct on (coalesce(r.survivor, l.education_id)) coalesce(r.survivor, l.education_id) as education_id,
                   l.institution_code, l.institution_kind, l.grade, l.entry_year, l.cell
              from statistics_latest l left join retired_id r on r.education_id = l.education_id
             where l.term = :before
             order by coalesce(r.survivor, l.education_id), r.education_id nulls first),
        persons as (
            select p.education_id, n.education_id is not null as present,
                   n.institution_code, b.cell as cell_before, p.sex,
                   coalesce(n.kind, b.institution_kind) as kind,
                   coalesce(n.grade, b.grade) as grade,
                   case when e.day is null then b.entry_year
                        else greatest(:earliest, extract(year from e.day - cast(:shift as interval))::integer)
                   end as entry_year,
                   case
                     when n.education_id is null and :newYear and b.grade <> 'none'
                          and b.grade::integer >= case b.institution_kind when 'primary' then 8 else 12 end
                       then 'finished'
                     when n.education_id is null then 'left'
                     when b.education_id is null and cast(:before as date) is null and e.day <= :dayBefore then 'stayed'
                     when b.education_id is null then 'new'
                     when n.institution_code <> b.institution_code then 'changed-institution'
                     when n.grade = 'none' or b.grade = 'none' then 'stayed'
                     when n.grade::integer > b.grade::integer then 'promoted'
                     when n.grade = b.grade and :newYear then 'repeated'
                     else 'stayed'
                   end as outcome
              from present n
              full join earlier b using (education_id)
              join person p using (education_id)
              left join entered e on e.education_id = n.education_id),
        numbered as (
            select *, dense_rank() over (order by kind, sex, entry_year, grade, outcome) - 1 as cell from persons),
        counted as (
            insert into statistics_cell (term, cell, cell_before, institution_kind, sex, entry_year, grade, outcome,
                                         persons)
            select cast(:term as date), cell, cell_before, kind, sex, entry_year, grade, outcome, count(*)
              from numbered
             group by cell, cell_before, kind, sex, entry_year, grade, outcome)
        insert into statistics_latest (term, education_id, institution_code, institution_kind, grade, entry_year, cell)
        select cast(:term as date), education_id, institution_code, kind, grade, entry_year, cell from numbered where present""";

    private final JdbcClient jdbc;

    SnapshotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the term is new; of a registry without students none is begun */
    boolean begin(LocalDate term, Instant now) {
        return jdbc.sql("""
                insert into statistics_term (term, taken_at)
                select ?, ? where exists (
                    select from affiliation where type in ('compulsory-student', 'student'))
                    on conflict do nothing""").param(term).param(now.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /**
     * @param before the term taken before; null if there is none
     * @param dayBefore the last day on which one would have been taken
     */
    void count(LocalDate term, @Nullable LocalDate before, LocalDate dayBefore) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("term", term);
        params.put("before", before);
        params.put("dayBefore", dayBefore);
        params.put("newYear", before != null && SchoolYear.of(before) != SchoolYear.of(term));
        params.put("earliest", SchoolYear.of(term) - Values.ENTRY_YEARS);
        params.put("shift", SchoolYear.FIRST_MONTH.getValue() - 1 + " months");
        jdbc.sql(COUNT).params(params).update();
        jdbc.sql("delete from statistics_latest where term <> ?").param(term).update();
    }
}
