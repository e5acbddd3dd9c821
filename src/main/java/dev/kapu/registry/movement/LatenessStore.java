package dev.kapu.registry.movement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
                   (reported_at at time zone :zone)::date as reported
              from affiliation
             where institution_code = :institution and reported_at >= :from and reported_at < :until
            union all
            select education_id, 'end', type, end_date, (end_reported_at at time zone :zone)::date
              from affiliation
             where institution_code = :institution and end_reported_at >= :from and end_reported_at < :until
            union all
            select education_id, 'amendment', null, (after ->> 'changedOn')::date, (at at time zone :zone)::date
              from history
             where institution = :institution and kind = 'amended' and at >= :from and at < :until)
        """;

    private final JdbcClient jdbc;
    private final int granted;

    LatenessStore(JdbcClient jdbc, RegistryProperties properties) {
        this.jdbc = jdbc;
        this.granted = properties.reportWithinDays();
    }

    /** @param until the first instant after it */
    record Window(InstitutionCode institution, Instant from, Instant until, ZoneId zone) {}

    record Counts(int reported, int late) {}

    Counts counts(Window window) {
        return jdbc.sql(REPORTS
                        + "select count(*), count(*) filter (where reported - happened > :granted) from reports")
                .params(params(window))
                .query((row, number) -> new Counts(row.getInt(1), row.getInt(2)))
                .single();
    }

    List<Lateness.Item> late(Window window, int most) {
        return jdbc.sql(REPORTS + """
                select education_id, kind, type, happened, reported, reported - happened - :granted as late
                  from reports
                 where reported - happened > :granted
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

    private Map<String, Object> params(Window window) {
        return Map.of(
                "institution", window.institution().text(),
                "from", window.from().atOffset(ZoneOffset.UTC),
                "until", window.until().atOffset(ZoneOffset.UTC),
                "zone", window.zone().getId(),
                "granted", granted);
    }
}
