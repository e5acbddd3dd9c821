package dev.kapu.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a term step by step; it is a term only once all are counted. */
@Component("statisticsSnapshotStore")
class SnapshotStore {
    /**
     * A student counts once, with the affiliation that answers for them before others (K7). Whoever was merged since is
     * looked for under the ID that stayed. Of a grade its number counts, as of {@link Values}. Affiliations are read once and
     * not joined with themselves: of a table that PostgreSQL has not analyzed yet, it would compare each with each.
     */
    static final String COUNT = """
        insert into statistics_latest (term, education_id, institution_code, institution_kind, sex, entry_year, grade,
                                       outcome, cell_before)
        with begun as (
            select education_id, institution_code, type, weekly_hours, grade, end_date,
                   min(start_date) over (partition by education_id) as entered
              from affiliation
             where education_id > :from and education_id <= :to
               and type in ('compulsory-student', 'student') and start_date <= :term),
        present as (
            select distinct on (a.education_id) a.education_id, a.institution_code, i.kind, a.entered,
                   coalesce((select cast(number as text) from cast(substring(a.grade from '[0-9]{1,2}') as integer) as number
                              where number between 1 and :lastGrade), 'none') as grade
              from begun a join institution i on i.code = a.institution_code
             where a.end_date is null or a.end_date > :term
             order by a.education_id, a.type = 'compulsory-student' desc, a.weekly_hours desc, a.institution_code,
                      a.type),
        cells as (
            select distinct cell, institution_kind, sex, entry_year, grade, outcome
              from statistics_cell where term = cast(:before as date)),
        held as (
            select education_id as held_id, education_id, false as led
              from statistics_latest
             where term = cast(:before as date) and education_id > :from and education_id <= :to
             union all
            select education_id, survivor, true from retired_id where survivor > :from and survivor <= :to),
        earlier as (
            select distinct on (h.education_id) h.education_id, l.institution_code, institution_kind, entry_year, cell,
                   case grade when 'none' then grade else cast(cast(grade as integer) as text) end as grade
              from held h
              join statistics_latest l on l.term = cast(:before as date) and l.education_id = h.held_id
              join cells using (institution_kind, sex, entry_year, grade, outcome)
             where outcome not in ('left', 'finished')
             order by h.education_id, h.led)
        select cast(:term as date), p.education_id, coalesce(n.institution_code, b.institution_code),
               coalesce(n.kind, b.institution_kind), p.sex,
               greatest(:earliest, coalesce(cast(extract(year from n.entered - cast(:shift as interval)) as integer),
                                            b.entry_year)),
               coalesce(n.grade, b.grade),
               case
                 when n.education_id is null and :newYear and b.grade <> 'none'
                      and b.grade::integer >= case b.institution_kind when 'primary' then 8 else 12 end
                   then 'finished'
                 when n.education_id is null then 'left'
                 when b.education_id is null and cast(:before as date) is null and n.entered <= :dayBefore then 'stayed'
                 when b.education_id is null then 'new'
                 when n.institution_code <> b.institution_code then 'changed-institution'
                 when n.grade = 'none' or b.grade = 'none' then 'stayed'
                 when n.grade::integer > b.grade::integer then 'promoted'
                 when n.grade = b.grade and :newYear then 'repeated'
                 else 'stayed'
               end,
               b.cell
          from present n
          full join earlier b using (education_id)
          join person p using (education_id)
            on conflict do nothing""";

    /** So many go in one step. */
    private static final int STEP = 50_000;

    private final JdbcClient jdbc;
    private final int step;

    @Autowired
    SnapshotStore(JdbcClient jdbc) {
        this(jdbc, STEP);
    }

    SnapshotStore(JdbcClient jdbc, int step) {
        this.jdbc = jdbc;
        this.step = step;
    }

    /** @return the last person counted; 0 if none is */
    long counted(LocalDate term) {
        return jdbc.sql("select coalesce(max(education_id), 0) from statistics_latest where term = ?")
                .param(term)
                .query(Long.class)
                .single();
    }

    /**
     * Those who come next.
     *
     * @param before the term taken before; null if there is none
     * @param dayBefore the last day on which one would have been taken
     * @param from the last person who is counted
     * @return the last person who is counted now; {@link Long#MAX_VALUE} if all are
     */
    long count(LocalDate term, @Nullable LocalDate before, LocalDate dayBefore, long from) {
        long to = jdbc.sql("select education_id from person where education_id > ? order by 1 offset ? limit 1")
                .params(from, step - 1)
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
        var params = new HashMap<String, @Nullable Object>();
        params.put("term", term);
        params.put("before", before);
        params.put("dayBefore", dayBefore);
        params.put("from", from);
        params.put("to", to);
        params.put("newYear", before != null && SchoolYear.of(before) != SchoolYear.of(term));
        params.put("earliest", SchoolYear.of(term) - Values.ENTRY_YEARS);
        params.put("lastGrade", Values.LAST_GRADE);
        params.put("shift", SchoolYear.FIRST_MONTH.getValue() - 1 + " months");
        jdbc.sql(COUNT).params(params).update();
        return to;
    }

    /** @return whether the term is new; of a registry without students none is made */
    boolean finish(LocalDate term, Instant now) {
        boolean fresh =
                jdbc.sql("""
                insert into statistics_term (term, taken_at)
                select ?, ? where exists (select from statistics_latest where term = ?)
                    on conflict do nothing""").params(term, now.atOffset(ZoneOffset.UTC), term).update() == 1;
        if (fresh) {
            jdbc.sql("""
                    insert into statistics_cell (term, cell, cell_before, institution_kind, sex, entry_year, grade, outcome,
                                                 persons)
                    select cast(:term as date),
                           dense_rank() over (order by institution_kind, sex, entry_year, grade, outcome) - 1,
                           cell_before, institution_kind, sex, entry_year, grade, outcome, count(*)
                      from statistics_latest
                     where term = :term
                     group by cell_before, institution_kind, sex, entry_year, grade, outcome""").param("term", term).update();
        }
        return fresh;
    }

    /** What was begun of other terms; only some at once, as {@link #forgetPast}. */
    boolean forgetUnfinished(LocalDate term) {
        return forget("term <> :term and not exists (select from statistics_term t where t.term = l.term)", term);
    }

    /** Who was where before the term, and who is gone since. */
    boolean forgetPast(LocalDate term) {
        return forget("term <> :term or outcome in ('left', 'finished')", term);
    }

    private boolean forget(String which, LocalDate term) {
        return jdbc.sql("""
                delete from statistics_latest
                 where ctid = any(array(select ctid from statistics_latest l where %s limit :step))""".formatted(which))
                        .param("term", term)
                        .param("step", step)
                        .update()
                > 0;
    }
}
