package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants that are well written but are for something that the hub does not offer. */
class PolicyOfferTest {
    @TempDir
    private Path directory;

    private PolicyFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new PolicyFolder(directory);
        folder.offered.set(new Offer());
    }

    @Test
    void an_operation_and_an_event_that_exist_may_be_granted() {
        folder.permissions(PolicyFolder.CARDHOLDER
                .replace("getCardholder]", "getCardholder, events/affiliationEnded]")
                .replace("[educationId, name]", "[eventId, educationId, name]"));

        assertThatCode(folder.load()::checkAgainstOffered).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IdCards/getCards        | affiliated-with-named-institution       | line 3, column 16: there is no operation 'IdCards/getCards'
            events/born             | affiliated-with-named-institution       | line 3, column 16: there is no operation 'events/born'
            events/affiliationEnded | responsible-institution                 | line 6, column 13: responsible-institution needs a represented institution, but nobody represents one in events/affiliationEnded
            events/affiliationEnded | affiliated-with-represented-institution | line 6, column 13: affiliated-with-represented-institution needs a represented institution, but nobody represents one in events/affiliationEnded
            """)
    void a_grant_that_can_never_be_used_stops_the_start(String operation, String scope, String sentence) {
        folder.permissions(PolicyFolder.CARDHOLDER
                .replace("IdCards/getCardholder", operation)
                .replace("affiliated-with-named-institution", scope)
                .replace("[educationId, name]", "[eventId, educationId, name]"));

        assertThatThrownBy(folder.load()::checkAgainstOffered)
                .isInstanceOf(PolicyException.class)
                .hasMessageEndingWith("permissions.yaml, " + sentence);
    }

    @Test
    void a_grant_for_represented_institutions_covers_the_events_of_those_and_no_others() {
        folder.permissions(PolicyFolder.CARDHOLDER
                .replace("card-office", "school-program")
                .replace("IdCards/getCardholder", "events/affiliationEnded")
                .replace("affiliated-with-named-institution", "responsible-institution")
                .replace("[educationId, name]", "[eventId, educationId, name]"));
        var policies = folder.load();

        assertThatCode(policies::checkAgainstOffered).doesNotThrowAnyException();
        assertThat(policies.holders("events/affiliationEnded", "040003")).containsExactly("school-program");
        assertThat(policies.holders("events/affiliationEnded", "029745")).isEmpty();
        var access = new GrantedAccess(policies, new Today(PolicyFolder.NOON, ZoneOffset.UTC), () -> 0);
        assertThat(access.decide(new Question("school-program", "events/affiliationEnded", null, null, "040003")))
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.reach())
                                .isEqualTo(new Reach(Scope.RESPONSIBLE_INSTITUTION, "040003")));
        assertThat(access.decide(new Question("school-program", "events/affiliationEnded", null, null, "029745")))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Fault.REPRESENTATION_REFUSED));
    }

    @Test
    void events_for_all_institutions_which_have_no_queues_stop_the_start() {
        folder.permissions(PolicyFolder.CARDHOLDER
                .replace("partner: card-office", "kind: institution")
                .replace("IdCards/getCardholder", "events/affiliationEnded")
                .replace("[educationId, name]", "[eventId, educationId, name]"));

        assertThatThrownBy(folder.load()::checkAgainstOffered)
                .isInstanceOf(PolicyException.class)
                .hasMessageEndingWith("line 3, column 16: an institution has no queue; name the partner instead");
    }

    /** Nobody could tell such an event from one that comes again. */
    @Test
    void a_grant_of_an_event_without_its_id_stops_the_start() {
        folder.permissions(PolicyFolder.CARDHOLDER.replace("IdCards/getCardholder", "events/affiliationEnded"));

        assertThatThrownBy(folder.load()::checkAgainstOffered)
                .isInstanceOf(PolicyException.class)
                .hasMessageEndingWith("permissions.yaml, line 3, column 16:"
                        + " a grant of events/affiliationEnded must name the field eventId");
    }

    private record Offer() implements Offered {
        @Override
        public Set<String> operations() {
            return Set.of("IdCards/getCardholder", "events/affiliationEnded");
        }

        @Override
        public Set<String> fields(String operation) {
            return Set.of("eventId", "educationId", "name");
        }

        @Override
        public boolean namesInstitution(String operation) {
            return true;
        }

        @Override
        public boolean deliversTo(String partner) {
            return true;
        }
    }
}
