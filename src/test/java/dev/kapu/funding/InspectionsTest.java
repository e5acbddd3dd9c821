package dev.kapu.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K22: whoever has lost an answer asks again for an inspection, and the Office has it once on its list. */
@HubTest
class InspectionsTest {
    private static final String PARTNER = "funding-control";
    private static final String REASON = "Thirty claimed, 27 registered";

    @Autowired
    private Inspections inspections;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;

    @BeforeEach
    void aSchool() {
        school = new TestRegistry(jdbc).institution();
    }

    @Test
    void what_is_asked_for_again_while_it_is_open_is_the_first_with_its_moment() {
        var first = ask(REASON);

        var again = IntStream.range(0, 10).mapToObj(n -> ask(REASON)).toList();

        assertThat(again).containsOnly(first);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void of_several_at_the_same_moment_one_is_put_on_the_list() {
        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> ask(REASON)))
                .limit(4)
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void another_reason_day_or_partner_and_what_is_asked_after_the_inspection_is_a_request_of_its_own() {
        var first = ask(REASON);
        var day = TestCounts.day();

        ask("Two sites closed");
        var dated = inspections.request(school, day, REASON, PARTNER);
        inspections.request(school, null, REASON, "another");
        inspections.close(first.number(), "Three had left", "registry-office");
        var later = ask(REASON);

        assertThat(rows()).isEqualTo(5);
        assertThat(later.number()).isNotEqualTo(first.number());
        assertThat(inspections.request(school, day, REASON, PARTNER)).isEqualTo(dated);
    }

    private Inspection ask(String reason) {
        return inspections.request(school, null, reason, PARTNER);
    }

    private long rows() {
        return jdbc.sql("select count(*) from funding_inspection where institution_code = ?")
                .param(school.text())
                .query(Long.class)
                .single();
    }
}
