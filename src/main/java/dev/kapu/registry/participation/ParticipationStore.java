package dev.kapu.registry.participation;

import dev.kapu.registry.EducationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class ParticipationStore {
    private final JdbcClient jdbc;

    ParticipationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From the first to the last day, both included, the person is in reach of whoever runs the procedure. One that has
     * begun on the same day is prolonged, never shortened.
     *
     * @param present an ID that no merger has retired
     */
    public void begin(EducationId present, Procedure procedure, LocalDate first, LocalDate last) {
        jdbc.sql("""
                insert into participation (education_id, procedure, starts, ends) values (?, ?, ?, ?)
                on conflict (education_id, procedure, starts)
                do update set ends = greatest(participation.ends, excluded.ends)
                """).params(present.number(), procedure.word(), first, last).update();
    }

    /** In which somebody with one of the IDs takes part on the day. */
    List<Procedure> running(List<EducationId> ids, LocalDate day) {
        return jdbc.sql("""
                select distinct procedure from participation
                 where education_id = any (?) and starts <= ? and ends >= ?""")
                .params(EducationId.numbers(ids), day, day)
                .query((row, number) -> Procedure.ofWord(row.getString(1)))
                .list();
    }

    /** Of them, those who take part on the day. */
    public Set<EducationId> takingPart(Collection<EducationId> present, Procedure procedure, LocalDate day) {
        return jdbc.sql("""
                select education_id from participation
                 where education_id = any (?) and procedure = ? and starts <= ? and ends >= ?""")
                .params(EducationId.numbers(present), procedure.word(), day, day)
                .query((row, number) -> new EducationId(row.getLong(1)))
                .set();
    }

    /** Of them, whoever began on the first day takes part until the last, if that is later than it was. */
    public void prolong(Collection<EducationId> present, Procedure procedure, LocalDate first, LocalDate last) {
        jdbc.sql("""
                update participation set ends = ?
                 where procedure = ? and starts = ? and ends < ? and education_id = any (?)""")
                .params(last, procedure.word(), first, last)
                .param(EducationId.numbers(present))
                .update();
    }

    /** From the first to the last day, both included; none where a calendar was shortened to before the first. */
    public record Days(LocalDate first, LocalDate last) {
        boolean isNone() {
            return last.isBefore(first);
        }
    }

    /**
     * Whoever has withdrawn is out of reach at once, unless something else keeps them there.
     *
     * @param still takes part for other reasons; of the days before, nothing else is left
     */
    public void withdraw(EducationId present, Procedure procedure, List<Days> still) {
        jdbc.sql("delete from participation where education_id = ? and procedure = ?")
                .params(present.number(), procedure.word())
                .update();
        still.stream()
                .filter(days -> !days.isNone())
                .forEach(days -> begin(present, procedure, days.first(), days.last()));
    }

    /** From the columns {@code withdrawn_at} and {@code withdrawn_by}; null if nobody has withdrawn. */
    public static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = row.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null ? null : new Withdrawal(at.toInstant(), row.getString("withdrawn_by"));
    }
}
