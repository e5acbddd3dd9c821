package dev.kapu.registry.history;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuthorStore {
    private final JdbcClient jdbc;

    AuthorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends; columns of the history have these settings as their defaults. */
    void set(@Nullable String partner, @Nullable String institution, @Nullable String endUser) {
        jdbc.sql("""
                select set_config('kapu.partner', coalesce(?, ''), true),
                       set_config('kapu.institution', coalesce(?, ''), true),
                       set_config('kapu.end_user', coalesce(?, ''), true)""").param(partner).param(institution).param(endUser).query().singleRow();
    }

    /** As {@link #set}: a default of the history, of affiliations that start and of reviews. */
    void setReported(Instant at) {
        jdbc.sql("select set_config('kapu.reported_at', ?, true)")
                .param(at.toString())
                .query()
                .singleRow();
    }

    /** As {@link #set}, and leaves the rest. */
    void setInstitution(InstitutionCode institution) {
        jdbc.sql("select set_config('kapu.institution', ?, true)")
                .param(institution.text())
                .query()
                .singleRow();
    }
}
