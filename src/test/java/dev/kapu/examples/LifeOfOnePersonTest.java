package dev.kapu.examples;

import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.exams.TestExams;
import dev.kapu.funding.TestCounts;
import dev.kapu.highereducation.TestRounds;
import dev.kapu.registry.entitlement.TestEntitlements;
import dev.kapu.statistics.TestCohorts;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * One life, from first grade to teacher, through every system under one education ID and two changes of name (K1, K4), over
 * the wire, and every disclosure on the way. School years lie where they belong; what the contracts take only as of today
 * happens today: the exam is that of the last session, and the teacher is hired on the day after school. Where time itself
 * has to pass, {@link TestEntitlements} and {@link TestCounts} say so.
 */
@HubTest
class LifeOfOnePersonTest {
    private static final LocalDate NINTH_GRADE = LocalDate.of(TODAY.getYear() - 4, Month.SEPTEMBER, 1);
    private static final LocalDate FIRST_GRADE = NINTH_GRADE.minusYears(8);
    private static final LocalDate BORN = LocalDate.of(FIRST_GRADE.getYear() - 7, Month.MARCH, 14);

    @Autowired
    private ApplicationContext hub;

    private Country country;
    private PartnerQueues queues;
    private Evidence evidence;
    private Actor primary;
    private Actor secondary;
    private Actor employer;

    private final Person first = Person.pupil().bornOn(BORN);
    private final Person adopted = first.called(Person.pupil().family());
    private final Person married = adopted.called("Kiss Gáborné " + adopted.family());
    private String id = "";
    private String studentCard = "";
    private String posting = "";
    private final String extract = TestExams.number();
    private final String certificate = TestExams.number();

    @BeforeEach
    void country() {
        country = new Country(hub);
        queues = new PartnerQueues(hub);
        evidence = new Evidence(hub);
        primary = country.school();
        secondary = country.secondarySchool();
        employer = country.school();
    }

    @Test
    void from_first_grade_to_teacher_under_one_ID_and_two_changes_of_name_K1_K4() {
        isRegisteredInFirstGrade();
        getsAStudentCard();
        goesToASchoolThatIsRenamed();
        isAdopted();
        appliesToASecondarySchool();
        movesToIt();
        sitsAnEarlyExamAndTheFinalOne();
        marries();
        leavesSchool();
        appliesToHigherEducation();
        becomesAStudentOfAUniversity();
        givesTheStudentCardBack();
        isHired();
        assertThat(country.card(employer, "request-teacher-card", id)).isNotEqualTo(studentCard);
        isANumberForFunding();
        isNobodyForStatistics();
        readsHerFile();

        assertThat(telling().flatMap(call -> call.answer().all("educationId").stream()))
                .containsOnly(id);
        evidence.requireOfAnswers(telling().toList(), id);
        evidence.requireOfEvents(queues, id);
        evidence.requireNoOther(country.calls(), "personnel-module " + posting, id);
    }

    private void isRegisteredInFirstGrade() {
        var sent =
                primary.sends("register-pupil", first, "type", "compulsory-student", "start", FIRST_GRADE.toString());

        var status = country.carriedOut(primary, sent);

        assertThat(status.all("outcome")).containsExactly("registered");
        id = status.one("educationId");
        assertThat(primary.sends("get-person", "person", id).all("family")).contains(first.family());
    }

    private void getsAStudentCard() {
        studentCard = country.card(primary, "request-card", id);

        var validated = primary.sends("validate-cards", "card", studentCard, "unknown", "0".repeat(16));
        assertThat(validated.all("outcome")).containsExactly("validated", "not-found");
        assertThat(validated.all("educationId"))
                .as("no answer to a card's number")
                .isEmpty();
        queues.await(id, "id-card-office", "cardValidated");
    }

    private void goesToASchoolThatIsRenamed() {
        String[] renamed = {"institution", primary.institution(), "name", "Kodály Iskola", "from", TODAY.toString()};
        country.office.sends("rename-institution", renamed);

        await().untilAsserted(() -> assertThat(queues.about(primary.institution()))
                .filteredOn(got -> got.kind().equals("institutionChanged"))
                .extracting(PartnerQueues.Got::partner)
                .as("K26: every system")
                .containsExactlyInAnyOrderElementsOf(queues.entitled("institutionChanged")));
    }

    private void isAdopted() {
        amends(primary, "amend-name-and-birth-name", adopted, FIRST_GRADE.plusYears(3), "id-card-office");
    }

    private void appliesToASecondarySchool() {
        assertThat(primary.sends("get-sheet-data", "person", id).all("family")).contains(adopted.family());
        String[] places = {"person", id, "first", country.newSecondarySchool(), "second", secondary.institution()};
        var sheet = primary.sends("submit-sheet", places).one("sheetNumber");
        var changed =
                primary.sends("change-sheet", Map.of("sheet", sheet), places).one("sheetNumber");
        assertThat(secondary.sends("list-applicants").all("educationId")).contains(id);

        var published = country.system("admissions").sends("publish-result", Map.of("sheet", changed), places);

        assertThat(published.one("outcome")).isEqualTo("admitted");
        queues.await(id, "admissions", "applicationSheetSubmitted", "applicationSheetChanged");
        queues.await(id, "school-program", "admissionResult");
    }

    private void movesToIt() {
        var lastDay = Map.of("end", NINTH_GRADE.minusMonths(2).toString());
        primary.sends("end-affiliation", lastDay, "person", id, "type", "compulsory-student");

        var begun = secondary.sends("start-ninth-grade", adopted, "person", id, "start", NINTH_GRADE.toString());

        assertThat(begun.one("responsibleInstitution")).isEqualTo(secondary.institution());
        assertThat(begun.one("dataToCheck")).as("K15").isEqualTo("true");
        var moved = secondary.sends("amend-residence", "person", id, "changed", NINTH_GRADE.toString());
        assertThat(country.carriedOut(secondary, moved).all("outcome")).containsExactly("amended");
        assertThat(secondary.sends("get-person", "person", id).all("street")).containsExactly("Tisza u. 1.");
        assertThat(primary.sends("get-person", "person", id).refusal()).isEqualTo("Client.Person.NotFound");
    }

    private void sitsAnEarlyExamAndTheFinalOne() {
        sits("early", "register-extract", extract, "informatika");
        sits("ordinary", "register-certificate", certificate, "matematika");

        assertThat(secondary.sends("get-results", "person", id).all("documentNumber"))
                .containsExactlyInAnyOrder(extract, certificate);
        queues.await(id, "school-program", "examDocumentRegistered");
    }

    private void sits(String exam, String registers, String number, String subject) {
        String[] sitting = {"person", id, "session", TestExams.SESSION.text(), "exam", exam};
        secondary.sends("register-candidate", adopted, sitting);
        assertThat(country.exams.sends("get-candidate", sitting).all("family")).contains(adopted.family());
        var document = Map.of("number", number, "issued", TODAY.toString(), "subject", subject);
        assertThat(country.exams.sends(registers, document, sitting).one("documentNumber"))
                .isEqualTo(number);
    }

    private void marries() {
        String[] keepers = {"id-card-office", "exam-registry", "admissions"};
        amends(secondary, "amend-name", married, LocalDate.parse(YESTERDAY), keepers);
    }

    private void leavesSchool() {
        String[] left = {"person", id, "type", "compulsory-student", "end", YESTERDAY};

        assertThat(secondary.sends("end-affiliation", left).one("endDate")).isEqualTo(YESTERDAY);

        await().untilAsserted(() -> assertThat(queues.about(id, "id-card-office"))
                .filteredOn(got -> got.kind().equals("cardEntitlementChanged"))
                .last()
                .satisfies(got -> assertThat(got.event().one("entitledUntil"))
                        .endsWith("-10-31")
                        .isGreaterThanOrEqualTo(YESTERDAY)));
    }

    private void appliesToHigherEducation() {
        var admissions = country.universityAdmissions;
        String[] round = {"person", id, "round", TestRounds.OPEN.text()};

        assertThat(admissions.sends("register-applicant", married, round).one("educationId"))
                .isEqualTo(id);
        var applicant = admissions.sends("get-applicant", round);

        assertThat(applicant.all("documentNumber")).containsExactlyInAnyOrder(extract, certificate);
        assertThat(applicant.all("family"))
                .as("what was gained under the name of then (K4)")
                .contains(married.family(), adopted.family());
    }

    private void becomesAStudentOfAUniversity() {
        var taken = country.universityRegister.sends("adopt-education-id", married, "person", id);

        assertThat(taken.one("educationId")).as("K3: no other ID").isEqualTo(id);
    }

    private void givesTheStudentCardBack() {
        TestEntitlements.lastDayOfIsOver(hub, studentCard);

        queues.await(id, "id-card-office", "cardWithdrawn");
        queues.await(id, "school-program", "cardWithdrawn");
    }

    private void isHired() {
        var words = married.words();
        words.putAll(Map.of("person", id, "institution", employer.institution(), "from", TODAY.toString()));

        posting = queues.sends("personnel-module", "posting", words);

        await().until(() ->
                employer.sends("list-affiliations", "person", id).all("type").contains("main-employment"));
        assertThat(country.personnelModule.sends("get-timeline", "person", id).one("post"))
                .isEqualTo("tanár");
    }

    private void isANumberForFunding() {
        var day = TestCounts.asHeld(hub, secondary.institution());
        String[] asked = {"institution", secondary.institution(), "day", day.toString()};

        var counted = country.system("funding-control").sends("get-headcounts", asked);

        assertThat(counted.one("grade")).isEqualTo("9");
        assertThat(counted.one("count")).isEqualTo("1");
        assertTellsNobody(counted);
    }

    private void isNobodyForStatistics() {
        var cohorts = new TestCohorts(hub);
        cohorts.enter(35, 25, "1");
        var term = cohorts.counted(cohorts.autumn()).toString();
        var office = country.system("statistics-office");

        var told = office.sends("get-table", "term", term, "year", Integer.toString(cohorts.entryYear()));

        assertThat(told.all("count")).contains("60");
        assertTellsNobody(told);
    }

    private void readsHerFile() {
        var file = employer.sends("get-subject-file", "person", id);

        assertThat(file.all("educationId")).containsOnly(id);
        assertThat(file.changes("name.family"))
                .containsExactly(
                        first.family() + " > " + adopted.family(), adopted.family() + " > " + married.family());
        assertThat(file.all("institutionCode"))
                .contains(primary.institution(), secondary.institution(), employer.institution());
        assertThat(file.all("cardNumber")).contains(studentCard);
        assertThat(file.all("withdrawalReason")).containsExactly("entitlement-ended");
        assertThat(file.all("cardType")).containsExactlyInAnyOrder("student", "teacher");
        assertThat(file.all("sheetNumber")).hasSize(2);
        assertThat(file.all("kind")).contains("exam-candidacy", "exam-document", "academic-role");
        assertThat(file.all("operation"))
                .as("who looked")
                .contains(
                        "IdCards/getCardholder",
                        "IdCards/validateCards",
                        "Admissions/publishResult",
                        "ExamRegistry/getCandidate",
                        "HigherEducationAdmissions/getApplicant",
                        "Personnel/report");
    }

    private Stream<Actor.Call> telling() {
        return country.calls().stream()
                .filter(call -> !call.answer().xml().contains("faultcode") && tells(call.answer()));
    }

    private boolean tells(Answer answer) {
        return Stream.of(id, first.family(), adopted.family()).anyMatch(answer.xml()::contains);
    }

    private void assertTellsNobody(Answer answer) {
        assertThat(tells(answer)).isFalse();
        assertThat(answer.all("educationId")).isEmpty();
    }

    private void amends(Actor school, String envelope, Person named, LocalDate changed, String... keepers) {
        var sent = school.sends(envelope, named, "person", id, "changed", changed.toString());
        assertThat(country.carriedOut(school, sent).all("outcome")).containsExactly("amended");
        assertThat(school.sends("get-person", "person", id).all("family")).contains(named.family());
        Stream.of(keepers).forEach(keeper -> queues.await(id, keeper, "personAmended"));
    }
}
