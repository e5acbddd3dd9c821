package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.person.NewPerson;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is on the Office's list, open or decided. */
@Component
public class ReviewStore {
    private static final String SELECT = """
        select id, opened_at, institution_code, state, reported,
               array(select distinct coalesce(r.survivor, c.education_id)
                       from review_candidate c left join retired_id r on r.education_id = c.education_id
                      where c.review = review.id order by 1),
               coalesce(reported_at, opened_at)
          from review\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param held IDs as they are now, where one was merged into another
     * @param reportedAt when what waits was reported; what is late goes by it (K13)
     */
    record Row(
            UUID id,
            Instant openedAt,
            @Nullable InstitutionCode institution,
            Review.State state,
            Registrations.@Nullable Entry reported,
            List<EducationId> held,
            Instant reportedAt) {}

    /**
     * The oldest first.
     *
     * @param after only what was opened after it
     * @param institution only what it reported or raised
     */
    List<Row> open(int limit, @Nullable UUID after, @Nullable InstitutionCode institution) {
        return jdbc.sql(SELECT + "\n" + """
                 where state = 'open'
                   and (cast(:after as uuid) is null
                        or (opened_at, id) > (select opened_at, id from review where id = cast(:after as uuid)))
                   and (cast(:institution as text) is null or institution_code = :institution)
                 order by opened_at, id limit :limit""")
                .param("after", after)
                .param("institution", institution == null ? null : institution.text())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, number) -> row(row))
                .optional();
    }

    /**
     * Waits for others who decide about any of them; always in the same order, so that no two wait for each other. Who is
     * in question may still be added.
     */
    List<Row> lock(List<UUID> ids) {
        return jdbc.sql(SELECT + " where id = any (?::uuid[]) order by id for no key update")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row(row))
                .list();
    }

    /** Whether somebody is to look at the two together, or has found them different; a merger says nothing of those beside it. */
    public boolean isKnown(EducationId one, EducationId other) {
        return jdbc.sql("""
                        select exists (
                          select from review_candidate a join review_candidate b using (review)
                            join review on review.id = review
                           where a.education_id = ? and b.education_id = ? and kind = 'held'
                             and state in ('open', 'different-person'))""")
                .params(one.number(), other.number())
                .query(Boolean.class)
                .single();
    }

    /** Those in which one of them is or was in question, and that in which they were registered; the oldest first. */
    List<Review.Line> about(List<EducationId> ids) {
        return jdbc.sql("""
                select id, opened_at, decided_at, state from review
                 where id in (select review from review_candidate where education_id = any (:ids)
                              union select id from review where outcome_id = any (:ids))
                 order by opened_at, id""")
                .param("ids", EducationId.numbers(ids))
                .query((row, number) -> line(row))
                .list();
    }

    /** Who was reported, and the Office found to be held already. */
    record Ended(UUID id, NewPerson reported) {
        /** Hazard: must not show whom it is about. */
        @Override
        public String toString() {
            return "Ended " + id;
        }
    }

    /** Those that ended with one of the persons, by whatever ID they had then; the latest first. */
    List<Ended> foundHeld(List<EducationId> present) {
        return jdbc.sql("""
                select id, reported from review
                 where kind = 'registration' and state in ('same-person', 'merged')
                   and outcome_id in (select unnest(:ids)
                                      union select education_id from retired_id where survivor = any (:ids))
                 order by decided_at desc, id""")
                .param("ids", EducationId.numbers(present))
                .query((row, number) -> new Ended(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        json.readValue(row.getString(2), Registrations.Entry.class)
                                .person()))
                .list();
    }

    private static Review.Line line(ResultSet row) throws SQLException {
        var decided = row.getObject(3, OffsetDateTime.class);
        return new Review.Line(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant(),
                state(row.getString(4)));
    }

    private static Review.State state(String word) {
        return Review.State.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Row row(ResultSet row) throws SQLException {
        var reported = row.getString(5);
        return new Row(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                institution(row.getString(3)),
                state(row.getString(4)),
                reported == null ? null : json.readValue(reported, Registrations.Entry.class),
                ids(row.getArray(6)),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private static @Nullable InstitutionCode institution(@Nullable String code) {
        return code == null ? null : new InstitutionCode(code);
    }

    private static List<EducationId> ids(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).map(EducationId::new).toList();
    }
}
