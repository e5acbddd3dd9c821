package dev.kapu.personnel;

import dev.kapu.registry.InstitutionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which comparison of all institutions was begun when, how it goes on, and whom it still has to ask about. */
@Component
class ComparisonRunStore {
    /** A closed one for as long as it has staff: just then the two lists differ. */
    static final String IS_COMPARED = """
            (active or exists (select from affiliation held
                                where held.institution_code = code and held.end_date is null
                                  and held.type in ('main-employment', 'secondary-employment', 'hourly-paid')))""";

    private static final Duration SILENT = Duration.ofHours(3);

    private final JdbcClient jdbc;

    ComparisonRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if another node has begun the comparison that was planned for this moment */
    boolean begin(Instant planned, Instant now) {
        return jdbc.sql("""
                insert into personnel_run (planned, started_at, silent_until) values (?, ?, ?) on conflict do nothing""")
                        .params(planned.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), heard(now))
                        .update()
                == 1;
    }

    boolean wasBegunBefore(Instant moment) {
        return Boolean.TRUE.equals(jdbc.sql("select exists (select from personnel_run where planned < ?)")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
    }

    /** Whether the comparison that was planned for this moment has gone on since before another one. */
    boolean wasStartedBefore(Instant planned, Instant moment) {
        return Boolean.TRUE.equals(
                jdbc.sql("select exists (select from personnel_run where planned = ? and started_at < ?)")
                        .params(planned.atOffset(ZoneOffset.UTC), moment.atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single());
    }

    /** Says that the comparison goes on; from the moment on it may be silent for a while. */
    void goesOn(Instant planned, Instant from) {
        jdbc.sql("update personnel_run set silent_until = ? where planned = ?")
                .params(heard(from), planned.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is not gone on with here: whoever asks next has it. */
    void leave(Instant planned, Instant now) {
        jdbc.sql("update personnel_run set silent_until = ? where planned = ? and finished_at is null")
                .params(now.atOffset(ZoneOffset.UTC), planned.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest comparison of the last day, if its node has left it or was silent for too long: it is now ours. */
    Optional<Instant> takeOver(Instant now) {
        return jdbc.sql("""
                update personnel_run set silent_until = :heard
                 where planned = (select max(planned) from personnel_run)
                   and planned > :yesterday and finished_at is null and silent_until < :now
                returning planned""")
                .param("heard", heard(now))
                .param("yesterday", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static OffsetDateTime heard(Instant now) {
        return now.plus(SILENT).atOffset(ZoneOffset.UTC);
    }

    void finish(Instant planned, Instant now, int compared, int failed) {
        jdbc.sql("update personnel_run set finished_at = ?, compared = ?, failed = ? where planned = ?")
                .params(now.atOffset(ZoneOffset.UTC), compared, failed, planned.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<InstitutionCode> institutions() {
        return jdbc.sql("select code from institution where " + IS_COMPARED + " order by code")
                .query((row, n) -> new InstitutionCode(row.getString(1)))
                .list();
    }

    /** Those not compared on the day. */
    List<InstitutionCode> left(LocalDate day) {
        return jdbc.sql("select code from institution where " + IS_COMPARED + """
                   and not exists (select from personnel_comparison compared
                                    where compared.institution_code = code and compared.day = ? and failure is null)
                 order by code""")
                .param(day)
                .query((row, n) -> new InstitutionCode(row.getString(1)))
                .list();
    }
}
