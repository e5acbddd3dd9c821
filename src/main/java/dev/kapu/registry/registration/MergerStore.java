package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
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

    /** The database's own function: the hub's role cannot delete a person. */
    void merge(EducationId retired, EducationId survivor) {
        jdbc.sql("select merge_person(?, ?)")
                .params(retired.number(), survivor.number())
                .query()
                .singleRow();
    }
}
