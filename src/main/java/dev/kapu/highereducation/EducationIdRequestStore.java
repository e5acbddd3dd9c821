package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EducationIdRequestStore {
    private final JdbcClient jdbc;

    EducationIdRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request that waits for a review. */
    record Waiting(
            UUID number,
            AcademicRole.Kind role,
            @Nullable LocalDate since,
            @Nullable String papers,
            String partner) {}

    void insert(
            EducationIdRequest request,
            @Nullable LocalDate since,
            @Nullable String papers,
            @Nullable UUID review,
            String partner) {
        jdbc.sql("""
                insert into education_id_request (number, role, since, papers, state, education_id, review,
                                                  requested_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(request.number())
                .param(request.role().word())
                .param(since)
                .param(papers)
                .param(request.state().word())
                .param(number(request))
                .param(review)
                .param(partner)
                .update();
    }

    Optional<EducationIdRequest> find(UUID number, String partner) {
        return jdbc.sql(
                        "select role, state, education_id from education_id_request where number = ? and requested_by = ?")
                .params(number, partner)
                .query((row, line) -> request(number, row))
                .optional();
    }

    /** A request for somebody who is asked for again. */
    record Earlier(EducationIdRequest request, @Nullable String papers) {}

    /**
     * Of a partner's requests with one of the reviews or IDs the one that says most: one that waits, one that has an ID, or the
     * last.
     */
    Optional<Earlier> earlier(List<UUID> reviews, List<EducationId> ids, String partner) {
        return jdbc.sql("""
                select number, role, state, education_id, papers from education_id_request
                 where requested_by = :partner and (review = any (cast(:reviews as uuid[])) or education_id = any (:ids))
                 order by state = 'in-review' desc, education_id is null, requested_at desc, number
                 limit 1""")
                .param("partner", partner)
                .param("reviews", reviews.stream().map(UUID::toString).toArray(String[]::new))
                .param("ids", EducationId.numbers(ids))
                .query((row, line) -> new Earlier(
                        request(Objects.requireNonNull(row.getObject(1, UUID.class)), row), row.getString(5)))
                .optional();
    }

    void replacePapers(UUID number, String papers) {
        jdbc.sql("update education_id_request set papers = ? where number = ?")
                .params(papers, number)
                .update();
    }

    void forgetPapers(UUID review) {
        jdbc.sql("update education_id_request set papers = null where review = ?")
                .param(review)
                .update();
    }

    Optional<Waiting> waiting(UUID review) {
        return jdbc.sql("""
                select number, role, since, papers, requested_by from education_id_request
                 where review = ? and state = 'in-review'""")
                .param(review)
                .query((row, line) -> new Waiting(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        AcademicRole.Kind.ofWord(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5)))
                .optional();
    }

    /** Of those reviews of whose requests papers were sent. */
    Map<UUID, String> papers(List<UUID> reviews) {
        var papers = new HashMap<UUID, String>();
        jdbc.sql(
                        "select review, papers from education_id_request where review = any (?::uuid[]) and papers is not null")
                .param(reviews.stream().map(UUID::toString).toArray(String[]::new))
                .query((ResultSet row) -> {
                    papers.put(Objects.requireNonNull(row.getObject(1, UUID.class)), row.getString(2));
                });
        return papers;
    }

    void decide(EducationIdRequest request) {
        jdbc.sql("update education_id_request set state = ?, education_id = ? where number = ?")
                .param(request.state().word())
                .param(number(request))
                .param(request.number())
                .update();
    }

    private static EducationIdRequest request(UUID number, ResultSet row) throws SQLException {
        var id = row.getObject("education_id", Long.class);
        return new EducationIdRequest(
                number,
                AcademicRole.Kind.ofWord(row.getString("role")),
                EducationIdRequest.State.ofWord(row.getString("state")),
                id == null ? null : new EducationId(id));
    }

    private static @Nullable Long number(EducationIdRequest request) {
        var id = request.educationId();
        return id == null ? null : id.number();
    }
}
