package dev.kapu.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a term step by step; it is a term only once all are counted. */
@Component("statisticsSnapshotStore")
class SnapshotStore {
    /**
     * A student counts once, with the affiliation that answers for them before others (K7). Whoever was merged since is
     * looked for under the ID that stayed. Of a grade its number counts, as of {@link Values}. Of the past it is only kept who
     * has the same. Whoever was counted at the term before had entered by then ({@link Cells}). Affiliations are read once and not joined with themselves: of a table that PostgreSQL has not analyzed
     * yet, it would compare each with each.
     */
    static final String COUNT = """
        insert into statistics_latest (term, education_id, institution_code, institution_kind, sex, entry_year, grade,
                                       outcome, cell_before, past)
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
            select distinct cell, institution_kind, sex, entry_year, grade, outcome, past, next_past
              from statistics_cell where term = cast(:before as date)),
        held as (
            select education_id as held_id, education_id, false as led
              from statistics_latest
             where term = cast(:before as date) and education_id > :from and education_id <= :to
             union all
            select education_id, survivor, true from retired_id where survivor > :from and survivor <= :to),
        earlier as (
            select distinct on (h.education_id) h.education_id, l.institution_code, institution_kind, entry_year, cell,
                   next_past,
                   case grade when 'none' then grade else cast(cast(grade as integer) as text) end as grade
              from held h
              join statistics_latest l on l.term = cast(:before as date) and l.education_id = h.held_id
              join cells c using (institution_kind, sex, entry_year, grade, outcome)
             where coalesce(c.past, -1) = coalesce(l.past, -1) and outcome not in ('left', 'finished')
             order by h.education_id, h.led),
        gone as (
            select distinct on (id) id as education_id, past
              from (select education_id as id, past, false as led
                      from statistics_gone where education_id > :from and education_id <= :to
                     union all
                    select r.survivor, g.past, true
                      from retired_id r join statistics_gone g using (education_id)
                     where r.survivor > :from and r.survivor <= :to) each
             order by id, led)
        select cast(:term as date), p.education_id, coalesce(n.institution_code, b.institution_code),
               coalesce(n.kind, b.institution_kind), p.sex,
               greatest(:earliest,
                        least(coalesce(cast(extract(year from n.entered - cast(:shift as interval)) as integer),
                                       b.entry_year),
                              case when b.education_id is not null then cast(:yearBefore as integer) end)),
               coalesce(n.grade, b.grade),
               case
                 when n.education_id is null and :newYear and b.grade <> 'none'
                      and b.grade::integer >= (select last from unnest(cast(:kinds as text[]), cast(:lasts as integer[]))
                                                                as finishing (kind, last)
                                                where finishing.kind = b.institution_kind)
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
               b.cell,
               case when b.education_id is not null then b.next_past
                    when g.education_id is not null then g.past
                    else 0 end
          from present n
          full join earlier b using (education_id)
          join person p using (education_id)
          left join gone g on g.education_id = n.education_id
            on conflict do nothing""";

    private static final String CELLS = """
        insert into statistics_cell (term, cell, cell_before, past, next_past, institution_kind, sex, entry_year, grade,
                                     outcome, persons)
        select cast(:term as date),
               dense_rank() over (order by institution_kind, sex, entry_year, grade, outcome) - 1,
               cell_before, past,
               case when past is not null and count(*) >= :threshold
                    then (select coalesce(max(next_past), 0) from statistics_cell) + row_number() over () end,
               institution_kind, sex, entry_year, grade, outcome, count(*)
          from statistics_latest
         where term = :term
         group by cell_before, past, institution_kind, sex, entry_year, grade, outcome""";

    /** Who is not there keeps the same past as long as they are away together. */
    private static final String GONE = """
        insert into statistics_gone (education_id, past)
        select education_id, c.next_past
          from statistics_latest l
          join (select distinct institution_kind, sex, entry_year, grade, outcome, past, next_past
                  from statistics_cell where term = :term) c using (institution_kind, sex, entry_year, grade, outcome)
         where l.term = :term and outcome in ('left', 'finished') and coalesce(c.past, -1) = coalesce(l.past, -1)
            on conflict (education_id) do update set past = excluded.past""";

    /** Of those who were away together, some of whom are back. */
    private static final String ABSENT = """
        insert into statistics_absent (term, past, persons)
        select cast(:term as date), g.past, count(*)
          from statistics_gone g join person p using (education_id)
         where g.past in (select past from statistics_cell where term = :term and cell_before is null and past > 0)
           and not exists (select from statistics_latest l where l.term = :term and l.education_id = g.education_id)
         group by g.past""";

    /** So many go in one step. */
    private static final int STEP = 50_000;

    private final JdbcClient jdbc;
    private final Map<String, Integer> lastGrades;
    private final int step;

    @Autowired
    SnapshotStore(JdbcClient jdbc, StatisticsProperties properties) {
        this(jdbc, properties.lastGrades(), STEP);
    }

    SnapshotStore(JdbcClient jdbc, LastGrades lastGrades, int step) {
        this.jdbc = jdbc;
        this.lastGrades = lastGrades.byKind();
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
        params.put("yearBefore", before == null ? null : SchoolYear.of(before));
        params.put("earliest", SchoolYear.of(term) - Values.ENTRY_YEARS);
        params.put("lastGrade", Values.LAST_GRADE);
        params.put("kinds", lastGrades.keySet().toArray(String[]::new));
        params.put("lasts", lastGrades.values().toArray(Integer[]::new));
        params.put("shift", SchoolYear.FIRST_MONTH.getValue() - 1 + " months");
        jdbc.sql(COUNT).params(params).update();
        return to;
    }

    /**
     * @param threshold fewer with the same past are not followed any further
     * @return whether the term is new; of a registry without students none is made
     */
    boolean finish(LocalDate term, Instant now, int threshold) {
        boolean fresh =
                jdbc.sql("""
                insert into statistics_term (term, taken_at)
                select ?, ? where exists (select from statistics_latest where term = ?)
                    on conflict do nothing""").params(term, now.atOffset(ZoneOffset.UTC), term).update() == 1;
        if (fresh) {
            jdbc.sql(CELLS).param("term", term).param("threshold", threshold).update();
            jdbc.sql(GONE).param("term", term).update();
            jdbc.sql(ABSENT).param("term", term).update();
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
