package dev.kapu.registry.movement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LatenessStore {
    private static final String REPORTS = """
        with reports as (
            select education_id, 'start' as kind, type, start_date as happened,
                   greatest(start_date + :granted, cast(:firstLoad as date)) as due,
                   (reported_at at time zone :zone)::date as reported
              from affiliation
             where institution_code = :institution and reported_at >= :from and reported_at < :until
            union all
            select education_id, 'end', type, end_date, end_date + :granted,
                   (end_reported_at at time zone :zone)::date
              from affiliation
             where institution_code = :institution and end_reported_at >= :from and end_reported_at < :until
            union all
            select education_id, 'amendment', null, (after ->> 'changedOn')::date,
                   (after ->> 'changedOn')::date + :granted, (coalesce(reported_at, at) at time zone :zone)::date
              from history
             where institution = :institution
               and (kind = 'amended' or kind = 'affiliation-changed' and after ->> 'changedOn' is not null)
               and coalesce(reported_at, at) >= :from and coalesce(reported_at, at) < :until),
        overdue as (
            select education_id, 're_entry' as kind, type, start_date as happened, amend_by as due,
                   cast(null as date) as reported
              from affiliation a
             where institution_code = :institution and end_date is null
               and amend_by < least(:untilDay, :today)
               and not exists (
                 select from history h
                  where h.education_id in (select a.education_id union all
                                           select r.education_id from retired_id r where r.survivor = a.education_id)
                    and h.kind in ('amended', 'refreshed')
                    and coalesce(h.reported_at, h.at)
                        >= coalesce(a.reported_at, a.start_date::timestamp at time zone :zone))),
        late as (
            select *, reported - due as late from reports where reported > due
            union all
            select *, least(:untilDay, :today) - due from overdue)
        """;

    private final JdbcClient jdbc;
    private final int granted;
    private final @Nullable LocalDate firstLoad;

    LatenessStore(JdbcClient jdbc, RegistryProperties properties) {
        this.jdbc = jdbc;
        this.granted = properties.reportWithinDays();
        this.firstLoad = properties.firstLoad();
    }

    /**
     * @param until the first instant after it
     * @param untilDay its last day
     */
    record Window(
            InstitutionCode institution,
            Instant from,
            Instant until,
            LocalDate untilDay,
            LocalDate today,
            ZoneId zone) {}

    record Counts(int reported, int late, int overdue) {}

    Counts counts(Window window) {
        return jdbc.sql(REPORTS
                        + "select (select count(*) from reports), (select count(*) from late where reported is not null),"
                        + " (select count(*) from overdue)")
                .params(params(window))
                .query((row, number) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    List<Lateness.Item> late(Window window, int most) {
        return jdbc.sql(REPORTS + """
                select education_id, kind, type, happened, reported, late
                  from late
                 order by late desc, education_id, kind
                 limit :most""")
                .params(params(window))
                .param("most", most)
                .query((row, number) -> new Lateness.Item(
                        new EducationId(row.getLong("education_id")),
                        Lateness.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        type(row.getString("type")),
                        row.getObject("happened", LocalDate.class),
                        row.getObject("reported", LocalDate.class),
                        row.getInt("late")))
                .list();
    }

    private static @Nullable AffiliationType type(@Nullable String word) {
        return word == null ? null : AffiliationType.ofWord(word);
    }

    private Map<String, @Nullable Object> params(Window window) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("institution", window.institution().text());
        params.put("from", window.from().atOffset(ZoneOffset.UTC));
        params.put("until", window.until().atOffset(ZoneOffset.UTC));
        params.put("untilDay", window.untilDay());
        params.put("today", window.today());
        params.put("zone", window.zone().getId());
        params.put("granted", granted);
        params.put("firstLoad", firstLoad);
        return params;
    }
}
