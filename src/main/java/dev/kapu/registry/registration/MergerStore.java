package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MergerStore {
    private final JdbcClient jdbc;

    MergerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<EducationId> survivor(EducationId retired) {
        return jdbc.sql("select survivor from retired_id where education_id = ?")
                .param(retired.number())
                .query((row, number) -> new EducationId(row.getLong(1)))
                .optional();
    }

    /** By the retired IDs among these. */
    Map<EducationId, EducationId> survivors(List<EducationId> ids) {
        var survivors = new HashMap<EducationId, EducationId>();
        jdbc.sql("select education_id, survivor from retired_id where education_id = any (?)")
                .param(EducationId.numbers(ids))
                .query((ResultSet row) -> {
                    survivors.put(new EducationId(row.getLong(1)), new EducationId(row.getLong(2)));
                });
        return survivors;
    }

    List<EducationId> retired(EducationId survivor) {
        return jdbc.sql("select education_id from retired_id where survivor = ? order by retired_at, education_id")
                .param(survivor.number())
                .query((row, number) -> new EducationId(row.getLong(1)))
                .list();
    }

    /** Institutions that asked for cards of either, as far as those have not been refused or withdrawn. */
    List<String> withCards(EducationId one, EducationId other) {
        return jdbc.sql("""
                select distinct institution_code from card_request
                 where education_id in (?, ?) and state in ('requested', 'issued') order by 1""")
                .params(one.number(), other.number())
                .query(String.class)
                .list();
    }

    /** The database's own function: the hub's role cannot delete a person. */
    void merge(EducationId retired, EducationId survivor) {
        jdbc.sql("select merge_person(?, ?)")
                .params(retired.number(), survivor.number())
                .query()
                .singleRow();
    }
}
