package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** W2, K26: an institution that the Office enters is known to every partner at once, and works from that day on. */
@HubTest
class FoundedInstitutionTest {
    private static final String SCHOOL_PROGRAM = "school-program";

    @Autowired
    private ApplicationContext hub;

    private Country country;
    private PartnerQueues queues;
    private String code;

    @BeforeEach
    void theOfficeEntersASchool() {
        country = new Country(hub);
        queues = new PartnerQueues(hub);
        code = TestRegistry.freeCode();
        assertThat(country.office
                        .sends("register-institution", "new", code, "from", LAST_WEEK)
                        .one("institutionCode"))
                .isEqualTo(code);
    }

    @Test
    void every_partner_that_may_hears_of_it_K26() {
        await().untilAsserted(() -> assertThat(queues.about(code).stream()
                        .filter(got -> got.kind().equals("institutionChanged"))
                        .map(PartnerQueues.Got::partner)
                        .collect(Collectors.toSet()))
                .isEqualTo(queues.entitled("institutionChanged")));
    }

    @Test
    void it_gets_its_first_secret_by_a_letter_and_registers_a_pupil_with_it_W2() {
        country.office.sends("request-secret", "institution", code);
        var school = country.institution(code, country.letterTo(code));

        var reported = school.sends("register-pupil", Person.pupil(), "type", "compulsory-student", "start", LAST_WEEK);

        var pupil = country.carriedOut(school, reported).one("educationId");
        assertThat(school.sends("list-affiliations", "person", pupil).all("institutionCode"))
                .containsExactly(code);
    }

    @Test
    void its_program_registers_a_pupil_and_hears_of_them_in_its_queue() {
        var school = country.program(code);

        var pupil = country.registered(school, Person.pupil());

        var told = queues.next(pupil, SCHOOL_PROGRAM, "personRegistered", code);
        assertThat(told.one("educationId")).isEqualTo(pupil);
        assertThat(school.sends("list-affiliations", "person", pupil).all("institutionCode"))
                .containsExactly(code);
    }
}
