package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** W6 and W7: somebody who is registered comes to another institution. Each from end to end over SOAP. */
@HubTest
class MovingExamplesTest {
    @Autowired
    private ApplicationContext hub;

    private Country country;

    @BeforeEach
    void country() {
        country = new Country(hub);
    }

    @Test
    void W6_a_pupil_moves_and_the_new_school_reports_the_new_address() {
        var old = country.school();
        var next = country.school();
        var pupil = Person.pupil();
        var id = country.registered(old, pupil);

        var ended = old.sends("end-affiliation", "person", id, "type", "compulsory-student", "end", YESTERDAY);
        assertThat(ended.one("endDate")).isEqualTo(YESTERDAY);
        var found = next.sends("find-unattached", pupil, "person", id);
        assertThat(found.one("unattachedSince")).isEqualTo(TODAY.toString());
        assertThat(found.xml()).doesNotContain(old.institution(), "Duna u. 3.");
        var started = started(next, pupil, id);
        assertThat(started.one("responsibleInstitution")).isEqualTo(next.institution());
        assertThat(started.one("rule")).isEqualTo("compulsory-schooling");
        assertThat(started.one("dataToCheck")).as("re-entry (K15)").isEqualTo("true");

        assertThat(next.sends("get-person", "person", id).all("street")).containsExactly("Duna u. 3.");
        var amended = next.sends("amend-residence", "person", id, "changed", YESTERDAY);
        assertThat(amended.one("formCode")).isEqualTo("KIR-T-21");
        assertThat(next.sends("get-person", "person", id).all("street"))
                .as("not before it is signed and accepted")
                .containsExactly("Duna u. 3.");
        assertThat(country.carriedOut(next, amended).all("outcome")).containsExactly("amended");

        var moved = next.sends("get-person", "person", id);
        assertThat(moved.all("street")).containsExactly("Tisza u. 1.");
        assertThat(old.sends("get-person", "person", id).refusal()).isEqualTo("Client.Person.NotFound");
        var theirs = old.sends("amend-residence", "person", id, "changed", YESTERDAY);
        assertThat(theirs.one("state")).isEqualTo("refused");
        assertThat(theirs.one("code")).isEqualTo("Client.Person.NotFound");
    }

    @Test
    void W6_end_and_start_as_forms_take_effect_once_they_are_signed_and_accepted() {
        var old = country.school();
        var next = country.school();
        var pupil = Person.pupil();
        var id = country.registered(old, pupil);

        var end = old.sends("submit-affiliations", "person", id, "end", YESTERDAY);
        assertThat(end.one("formCode")).isEqualTo("KIR-T-31");
        assertThat(old.sends("get-person", "person", id).all("street")).containsExactly("Duna u. 3.");
        assertThat(country.carriedOut(old, end).all("outcome")).containsExactly("recorded");
        assertThat(old.sends("get-person", "person", id).refusal()).isEqualTo("Client.Person.NotFound");

        var start = next.sends("submit-start", pupil, "person", id, "start", TODAY.toString());
        assertThat(start.one("formCode")).isEqualTo("KIR-T-31");
        assertThat(next.sends("get-person", "person", id).refusal()).isEqualTo("Client.Person.NotFound");
        assertThat(country.carriedOut(next, start).all("outcome")).containsExactly("recorded");

        var moved = next.sends("get-person", "person", id);
        assertThat(moved.all("responsible")).containsExactly("false", "true");
        assertThat(moved.all("street")).containsExactly("Duna u. 3.");
    }

    @Test
    void W6_nobody_takes_a_pupil_over_whose_end_was_not_reported_until_the_two_have_settled_it() {
        var old = country.school();
        var next = country.school();
        var pupil = Person.pupil();
        var id = country.registered(old, pupil);

        assertThat(next.sends("find-unattached", pupil, "person", id).refusal()).isEqualTo("Client.Person.NotFound");
        var early = started(next, pupil, id);
        assertThat(early.refusal()).isEqualTo("Client.Affiliation.HeldElsewhere");
        assertThat(early.xml()).doesNotContain(old.institution());

        old.sends("end-affiliation", "person", id, "type", "compulsory-student", "end", YESTERDAY);

        assertThat(started(next, pupil, id).one("responsibleInstitution")).isEqualTo(next.institution());
    }

    @Test
    void who_was_given_an_id_only_is_unattached_and_can_be_taken_over_K14() {
        var school = country.school();
        var person = Person.pupil();
        var id = country.universityRegister.sends("give-education-id", person).one("educationId");

        var found = school.sends("find-unattached", person, "person", id);

        assertThat(found.one("educationId")).isEqualTo(id);
        assertThat(found.one("mustAmend")).isEqualTo("false");
        assertThat(found.all("lastUpdate")).hasSize(1);
        assertThat(found.all("unattachedSince")).as("from no institution").isEmpty();
        assertThat(started(school, person, id).one("responsibleInstitution")).isEqualTo(school.institution());
        assertThat(school.sends("find-unattached", person, "person", id).refusal())
                .isEqualTo("Client.Person.NotFound");
    }

    @Test
    void whose_only_affiliation_was_taken_back_is_unattached_and_nobody_else_finds_them_K14() {
        var school = country.school();
        var person = Person.pupil();
        var id = country.universityRegister.sends("give-education-id", person).one("educationId");
        var start = TODAY.plusDays(7).toString();
        String[] announced = {"person", id, "type", "compulsory-student", "start", start, "hours", "22.5"};
        school.sends("start-pupil", person, announced);
        assertThat(school.sends("find-unattached", person, "person", id).refusal())
                .isEqualTo("Client.Person.NotFound");

        school.sends("cancel-affiliation", "person", id, "type", "compulsory-student");

        var next = country.school();
        assertThat(next.sends("find-unattached", person, "person", id).one("educationId"))
                .isEqualTo(id);
        assertThat(next.sends("find-unattached", person.called("Másik"), "person", id)
                        .refusal())
                .isEqualTo("Client.Person.NotFound");
    }

    @Test
    void W7_an_hourly_paid_teacher_who_is_registered_gets_an_affiliation() {
        var employer = country.school();
        var school = country.school();
        var teacher = Person.teacher();
        String[] lessons = {"type", "hourly-paid", "post", "hegedűtanár", "hours", "6", "start", LAST_WEEK};
        var employed = employer.sends(
                "register-staff",
                teacher,
                "type",
                "main-employment",
                "post",
                "zenetanár",
                "hours",
                "32",
                "start",
                LAST_WEEK);
        var id = country.carriedOut(employer, employed).one("educationId");

        assertThat(school.sends("validate-staff", teacher, lessons).all("outcome"))
                .containsExactly("already-registered");
        assertThat(school.sends("verify-person", teacher, "person", id).one("result"))
                .as("the teacher tells the ID")
                .isEqualTo("match");
        var words = new HashMap<>(teacher.words());
        words.put("person", id);
        var added = school.sends("start-teacher", words, lessons);

        assertThat(added.one("type")).isEqualTo("hourly-paid");
        assertThat(added.one("responsibleInstitution"))
                .as("the main employer answers (K8)")
                .isEqualTo(employer.institution());
        assertThat(school.sends("list-affiliations", "person", id).all("type"))
                .containsExactlyInAnyOrder("main-employment", "hourly-paid");
    }

    @Test
    void W7_an_hourly_paid_teacher_who_is_not_registered_is_registered() {
        var school = country.school();
        var teacher = Person.teacher();
        String[] lessons = {"type", "hourly-paid", "post", "hegedűtanár", "hours", "6", "start", LAST_WEEK};

        assertThat(school.sends("validate-staff", teacher, lessons).all("outcome"))
                .containsExactly("pending");
        var status = country.carriedOut(school, school.sends("register-staff", teacher, lessons));

        assertThat(status.all("outcome")).containsExactly("registered");
        assertThat(school.sends("list-affiliations", "person", status.one("educationId"))
                        .one("type"))
                .isEqualTo("hourly-paid");
    }

    private static Answer started(Actor school, Person pupil, String id) {
        return school.sends(
                "start-pupil",
                pupil,
                "person",
                id,
                "type",
                "compulsory-student",
                "start",
                TODAY.toString(),
                "hours",
                "22.5");
    }
}
