package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import java.sql.ResultSet;
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
                .query((row, line) -> {
                    var id = row.getObject(3, Long.class);
                    return new EducationIdRequest(
                            number,
                            AcademicRole.Kind.ofWord(row.getString(1)),
                            EducationIdRequest.State.ofWord(row.getString(2)),
                            id == null ? null : new EducationId(id));
                })
                .optional();
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

    private static @Nullable Long number(EducationIdRequest request) {
        var id = request.educationId();
        return id == null ? null : id.number();
    }
}
