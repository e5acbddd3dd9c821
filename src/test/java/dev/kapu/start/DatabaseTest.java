package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class DatabaseTest {
    @Autowired
    JdbcClient database;

    @Test
    void the_hub_runs_as_a_role_that_owns_nothing() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("kapu_app");
        assertThatThrownBy(() -> database.sql("create table kapu.mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied for schema kapu");
        assertThatThrownBy(() -> database.sql("create schema mine").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void migrations_have_run() {
        assertThat(database.sql("select count(*) from disclosure")
                        .query(Long.class)
                        .single())
                .isNotNegative();
    }

    @Test
    void a_committed_row_is_on_disk() {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(database.sql("select current_setting(?)")
                            .param(setting)
                            .query(String.class)
                            .single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }
}
