package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.console.Browser;
import dev.kapu.submission.PaperScanner;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** W1, W3 and W4: schools and a dormitory report their pupils. Each from end to end over SOAP. */
@HubTest
class RegisteringExamplesTest {
    @Autowired
    private ApplicationContext hub;

    private Country country;
    private Actor office;

    @BeforeEach
    void country() {
        country = new Country(hub);
        office = country.office;
    }

    @Test
    void W1_a_primary_school_registers_its_pupils() {
        var school = country.school();
        var twoPupils = new HashMap<>(Person.pupil().words());
        twoPupils.putAll(Person.pupil().words("2"));

        var sent = school.sends("register-pupils", twoPupils, "grade", "1", "start", LAST_WEEK);

        var number = sent.one("submissionNumber");
        assertThat(sent.one("formCode")).isEqualTo("KIR-T-11");
        assertThat(sent.all("outcome")).containsExactly("pending", "pending");
        assertThat(school.sends("get-further-path", "number", number).all("action"))
                .containsExactly("print-and-post", "sign", "confirm-authentication", "decide", "read-outcome");

        var posted = country.print(school, number);
        assertThat(office.sends("accept", "number", number).refusal())
                .as("nothing is accepted before its sheet came")
                .isEqualTo("Client.Submission.WrongState");
        var confirmed = office.sends("confirm-authentication", "code", PaperScanner.scan(posted));
        assertThat(confirmed.one("submissionNumber")).isEqualTo(number);
        assertThat(confirmed.one("state")).isEqualTo("authenticated");
        assertThat(school.sends("get-further-path", "number", number).all("action"))
                .containsExactly("decide", "read-outcome");
        assertThat(office.sends("accept", "number", number).one("state")).isEqualTo("accepted");

        var history = school.sends("get-history", "number", number);
        assertThat(history.all("toState")).containsExactly("received", "authenticated", "accepted");
        assertThat(history.all("by")).containsExactly("school-program", "registry-office", "registry-office");
        var status = school.sends("get-status", "number", number);
        assertThat(status.all("reference")).containsExactly("1/7", "1/8");
        assertThat(status.all("outcome")).containsExactly("registered", "registered");
        assertThat(status.all("educationId"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("7[0-9]{10}"));
    }

    @Test
    void W3_a_secondary_school_exports_its_own_register_into_the_template_and_imports_it() {
        var school = country.secondarySchool();
        var one = Person.pupil();
        var other = Person.pupil();
        var register = new SchoolRegister(school.institution());
        register.enter(one, Map.of("Sex", "female", "Grade", "9"));
        register.enter(other, Map.of("Sex", "male", "Grade", "9"));
        var template = new Browser(country.pages())
                .download("/institution/template?role=STUDENT&purpose=REGISTRATION&format=XLSX&language=en");

        var imported = school.sends("import-workbook", "workbook", base64(register.exportInto(template)));

        assertThat(imported.one("rows")).isEqualTo("2");
        assertThat(imported.one("wrongRows")).isEqualTo("0");
        assertThat(imported.one("formCode")).isEqualTo("KIR-T-11");
        var status = country.carriedOut(school, imported);
        assertThat(status.all("outcome")).containsExactly("registered", "registered");
        var held = status.all("educationId").stream()
                .map(id -> school.sends("get-person", "person", id))
                .toList();
        assertThat(held).extracting(person -> person.one("family")).containsExactly(one.family(), other.family());
        assertThat(held).extracting(person -> person.one("grade")).containsOnly("9");
    }

    @ParameterizedTest
    @CsvSource({"dormitory, dormitory", "arts, student"})
    void W4_a_dormitory_or_an_arts_school_that_claims_compulsory_schooling_is_told_first_to_add_by_id(
            String kind, String right) {
        var school = country.school();
        var other = country.school(kind);
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        String[] claim = {"type", "compulsory-student", "start", LAST_WEEK};

        var wrong = other.sends("register-pupil", pupil, claim);
        var stranger = other.sends("register-pupil", Person.pupil(), claim);

        assertThat(wrong.one("state")).isEqualTo("refused");
        assertThat(wrong.all("outcome")).containsExactly("already-registered");
        assertThat(wrong.all("code")).as("and then").containsExactly("Client.Affiliation.TypeRefused");
        assertThat(wrong.all("field")).containsExactly("affiliation.type");
        assertThat(wrong.xml()).doesNotContain(id, school.institution());
        assertThat(stranger.all("outcome"))
                .as("nobody is held: only the type is wrong")
                .containsExactly("refused");
        assertThat(stranger.all("code")).containsExactly("Client.Affiliation.TypeRefused");
        var number = wrong.one("submissionNumber");
        var status = other.sends("get-status", "number", number);
        assertThat(status.all("outcome")).containsExactly("already-registered");
        assertThat(status.all("code")).containsExactly("Client.Affiliation.TypeRefused");
        assertThat(other.sends("get-further-path", "number", number).all("action"))
                .containsExactly("read-outcome", "report-affiliations");
        assertThat(other.sends("start-pupil", pupil, "person", id, "type", right, "start", LAST_WEEK, "hours", "10")
                        .one("responsibleInstitution"))
                .isEqualTo(school.institution());
    }

    @Test
    void W4_a_wrong_birth_date_is_said_before_anybody_is_looked_for() {
        var school = country.school();
        var pupil = Person.pupil();
        country.registered(school, pupil);

        var wrong = country.school("arts")
                .sends(
                        "register-pupil",
                        pupil.bornOn(TODAY.plusDays(1)),
                        "type",
                        "compulsory-student",
                        "start",
                        LAST_WEEK);

        assertThat(wrong.all("outcome")).containsExactly("refused");
        assertThat(wrong.all("code")).contains("Client.Person.BirthDateInvalid");
    }

    @Test
    void W4_a_dormitory_registers_a_pupil_wrongly_and_adds_the_affiliation_by_id() {
        var school = country.school();
        var dormitory = country.school("dormitory");
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);

        var wrong = dormitory.sends("register-pupil", pupil, "type", "dormitory", "start", LAST_WEEK);

        assertThat(wrong.one("state")).isEqualTo("refused");
        assertThat(wrong.all("outcome")).containsExactly("already-registered");
        assertThat(wrong.xml()).doesNotContain(id, school.institution());
        assertThat(dormitory
                        .sends("get-further-path", "number", wrong.one("submissionNumber"))
                        .all("action"))
                .containsExactly("read-outcome", "report-affiliations");
        String[] affiliation = {"person", id, "type", "dormitory", "start", LAST_WEEK, "hours", "10"};
        assertThat(dormitory
                        .sends("start-pupil", new Person("", "", "", "2001-01-01"), affiliation)
                        .refusal())
                .as("an ID alone, which may be guessed, is not enough")
                .isEqualTo("Client.Person.NotFound");

        var added = dormitory.sends("start-pupil", pupil, affiliation);

        assertThat(added.one("type")).isEqualTo("dormitory");
        assertThat(added.one("responsibleInstitution"))
                .as("the school goes on answering for the pupil (K7)")
                .isEqualTo(school.institution());
        assertThat(dormitory.sends("get-person", "person", id).one("given")).isEqualTo(pupil.given());
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }
}
