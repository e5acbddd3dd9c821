package dev.kapu.registry.history;

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
                       set_config('kapu.end_user', coalesce(?, ''), true)
                """).param(partner).param(institution).param(endUser).query().singleRow();
    }

    /** As {@link #set}: a default of the history, of affiliations that start and of reviews. */
    void setReported(Instant at) {
        setReported(at.toString());
    }

    /** Empty for now. */
    void setReported(String at) {
        jdbc.sql("select set_config('kapu.reported_at', ?, true)")
                .param(at)
                .query()
                .singleRow();
    }

    /** Empty for now. */
    String reported() {
        return setting("kapu.reported_at");
    }

    /** Empty for none. */
    String institution() {
        return setting("kapu.institution");
    }

    private String setting(String name) {
        return jdbc.sql("select coalesce(current_setting(?, true), '')")
                .param(name)
                .query(String.class)
                .single();
    }

    /** As {@link #set}, and leaves the rest. */
    void setInstitution(String institution) {
        jdbc.sql("select set_config('kapu.institution', ?, true)")
                .param(institution)
                .query()
                .singleRow();
    }
}
