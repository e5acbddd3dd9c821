package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.entitlement.TestEntitlements;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * E4, S3: what becomes of a teacher's card, and of a request for one, does not depend on the order in which the module's
 * messages come, though the hub withdraws cards between any two of them.
 */
@HubTest
class CardsInAnyOrderTest extends StaffTest {
    @Autowired
    private Cards cards;

    @Autowired
    private ApplicationContext hub;

    /** @param end of the entitlement */
    private record Outcome(CardState card, CardState request, String end) {}

    @Test
    void a_contract_that_is_renewed_and_an_end_that_is_taken_back_leave_card_and_request_good() {
        BiFunction<EducationId, Messages, List<Runnable>> life = (person, says) -> List.of(
                () -> report(says.end(2, SPRING, school, MAIN_EMPLOYMENT)),
                () -> report(says.main(3, SPRING.plusDays(1), school)),
                () -> report(says.end(4, SUMMER, school, MAIN_EMPLOYMENT)),
                () -> reports.withdraw(person, 4));

        assertThat(outcomes(life)).hasSize(24).containsOnly(new Outcome(CardState.ISSUED, CardState.REQUESTED, "none"));
    }

    @Test
    void who_is_taken_on_again_and_leaves_for_good_has_neither() {
        BiFunction<EducationId, Messages, List<Runnable>> life = (person, says) -> List.of(
                () -> report(says.end(2, SPRING, school, MAIN_EMPLOYMENT)),
                () -> report(says.main(3, SPRING.plusDays(1), school)),
                () -> report(says.title(4, SPRING.plusDays(2), school, MAIN_EMPLOYMENT, "igazgató")),
                () -> report(says.end(5, SUMMER, school, MAIN_EMPLOYMENT)));

        assertThat(outcomes(life))
                .hasSize(24)
                .containsOnly(new Outcome(CardState.WITHDRAWN, CardState.REFUSED, SUMMER.toString()));
    }

    @Test
    void a_move_to_another_institution_leaves_the_card_good_and_ends_the_request() {
        BiFunction<EducationId, Messages, List<Runnable>> life = (person, says) -> List.of(
                () -> report(says.end(2, TODAY.minusDays(2), school, MAIN_EMPLOYMENT)),
                () -> report(says.main(3, TODAY.minusDays(1), other)));

        assertThat(outcomes(life)).hasSize(2).containsOnly(new Outcome(CardState.ISSUED, CardState.REFUSED, "none"));
    }

    private List<Outcome> outcomes(BiFunction<EducationId, Messages, List<Runnable>> life) {
        var outcomes = new ArrayList<Outcome>();
        int orders = orders(life.apply(teacher, says)).size();
        for (int order = 0; order < orders; order++) {
            var person = registry.person();
            var speaks = new Messages(person, BORN);
            report(speaks.main(1, WINTER, school));
            var held = new TestCards(cards);
            var card = held.issued(person, school, CardType.TEACHER);
            var request = held.requested(person, school, CardType.TEACHER).id();
            for (var step : orders(life.apply(person, speaks)).get(order)) {
                step.run();
                TestEntitlements.quarterOfAnHour(hub);
            }
            TestEntitlements.daysPass(hub, person, 16);
            outcomes.add(new Outcome(
                    held.held(card).state(),
                    cards.find(request, HeldAffiliations.EVERYONE).orElseThrow().state(),
                    end(card.text())));
        }
        return outcomes;
    }

    private String end(String card) {
        return jdbc.sql("select coalesce(entitled_until::text, 'none') from card_request where card_number = ?")
                .param(card)
                .query(String.class)
                .single();
    }

    private static <T> List<List<T>> orders(List<T> steps) {
        if (steps.isEmpty()) {
            return List.of(List.of());
        }
        return steps.stream()
                .flatMap(first -> orders(
                                steps.stream().filter(step -> step != first).toList())
                        .stream()
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()))
                .toList();
    }
}
