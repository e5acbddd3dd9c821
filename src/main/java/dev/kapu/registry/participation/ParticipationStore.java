package dev.kapu.registry.participation;

import dev.kapu.registry.EducationId;
import java.time.LocalDate;
import java.util.Collection;
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
                do update set ends = greatest(participation.ends, excluded.ends)""").params(present.number(), procedure.word(), first, last).update();
    }

    /** Of them, whoever began on the first day takes part until the last, if that is later than it was. */
    public void prolong(Collection<EducationId> present, Procedure procedure, LocalDate first, LocalDate last) {
        jdbc.sql("""
                update participation set ends = ?
                 where procedure = ? and starts = ? and ends < ? and education_id = any (?)""")
                .params(last, procedure.word(), first, last)
                .param(present.stream().map(EducationId::number).toArray(Long[]::new))
                .update();
    }

    /** Whoever has withdrawn is out of reach at once. */
    public void withdraw(EducationId present, Procedure procedure, LocalDate first) {
        jdbc.sql("delete from participation where education_id = ? and procedure = ? and starts = ?")
                .params(present.number(), procedure.word(), first)
                .update();
    }
}
