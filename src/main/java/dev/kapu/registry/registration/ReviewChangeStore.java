package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How the Office's list changes; who decides is whoever the transaction is for. */
@Component
class ReviewChangeStore {
    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    ReviewChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody waits to be registered. */
    UUID open(Registrations.Entry entry, List<EducationId> alike) {
        var affiliation = entry.affiliation();
        return open(
                "registration",
                affiliation == null ? null : affiliation.institution(),
                json.writeValueAsString(entry),
                alike);
    }

    /** Persons who are held look like one. */
    UUID open(@Nullable InstitutionCode institution, List<EducationId> alike) {
        return open("held", institution, null, alike);
    }

    private UUID open(
            String kind, @Nullable InstitutionCode institution, @Nullable String reported, List<EducationId> held) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                with opened as (
                  insert into review (id, kind, institution_code, reported) values (?, ?, ?, ?::jsonb) returning id)
                insert into review_candidate (review, education_id) select distinct opened.id, held
                  from opened, unnest(?::bigint[]) as held""")
                .param(id)
                .param(kind)
                .param(institution == null ? null : institution.text())
                .param(reported)
                .param(EducationId.numbers(held))
                .update();
        return id;
    }

    /** They are in question, too. */
    void add(UUID id, List<EducationId> alike) {
        jdbc.sql("""
                insert into review_candidate (review, education_id) select distinct ?::uuid, held
                  from unnest(?::bigint[]) as held on conflict do nothing
                """).param(id).param(EducationId.numbers(alike)).update();
    }

    void decide(UUID id, Review.State state, @Nullable EducationId outcome) {
        jdbc.sql("""
                update review set state = ?, decided_at = now(),
                       decided_by = nullif(current_setting('kapu.partner', true), ''),
                       decided_for = nullif(current_setting('kapu.end_user', true), ''), outcome_id = ?
                 where id = ?""")
                .param(state.word())
                .param(outcome == null ? null : outcome.number())
                .param(id)
                .update();
    }

    /**
     * Closes reviews of held persons in which only one is left after a merger.
     *
     * @param decided that in which the merger was decided: it is closed by itself
     * @return which are closed
     */
    List<UUID> closeMerged(EducationId survivor, UUID decided) {
        return jdbc.sql("""
                update review set state = 'merged', decided_at = now(), outcome_id = :survivor,
                       decided_by = nullif(current_setting('kapu.partner', true), ''),
                       decided_for = nullif(current_setting('kapu.end_user', true), '')
                 where state = 'open' and kind = 'held' and id <> :decided
                   and id in (select c.review from review_candidate c
                               where c.education_id in (select education_id from retired_id where survivor = :survivor))
                   and not exists (select from review_candidate c left join retired_id r using (education_id)
                                    where c.review = review.id
                                      and coalesce(r.survivor, c.education_id) <> :survivor)
                returning id""")
                .param("survivor", survivor.number())
                .param("decided", decided)
                .query(UUID.class)
                .list();
    }
}
