package dev.kapu.messaging;

import static dev.kapu.admissions.TestAdmissions.CENTRE;
import static dev.kapu.admissions.TestAdmissions.OPEN;
import static dev.kapu.admissions.TestAdmissions.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.admissions.AdmissionResults;
import dev.kapu.admissions.AdmissionSheets;
import dev.kapu.admissions.AdmissionSheets.Filing;
import dev.kapu.admissions.Result;
import dev.kapu.admissions.ResultCorrections;
import dev.kapu.admissions.Sheet;
import dev.kapu.admissions.SheetWithdrawals;
import dev.kapu.admissions.TestAdmissions;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sheets are told to the admissions centre, results to the schools concerned. */
@HubTest
class AdmissionEventsTest {
    @Autowired
    private AdmissionSheets sheets;

    @Autowired
    private AdmissionResults results;

    @Autowired
    private ResultCorrections corrections;

    @Autowired
    private SheetWithdrawals withdrawals;

    @Autowired
    private ConnectionFactory broker;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private InstitutionCode gymnasium;
    private InstitutionCode lyceum;
    private EducationId pupil;
    private Sheet sheet;

    @BeforeEach
    void aSheet() {
        var country = new TestAdmissions(jdbc);
        school = country.primary();
        gymnasium = country.secondary();
        lyceum = country.secondary();
        pupil = country.pupilOf(school);
        var choices = List.of(choice(1, gymnasium, "0101"), choice(2, gymnasium, "0202"), choice(3, lyceum, "0303"));
        sheet = sheets.submit(new Filing(pupil, null, OPEN, choices), "school-program", TestAdmissions.of(school));
    }

    @Test
    void the_centre_hears_of_sheets_and_not_what_is_chosen() {
        var second = sheets.change(
                pupil,
                sheet.number(),
                List.of(choice(1, gymnasium, "0101")),
                "school-program",
                TestAdmissions.of(school));

        awaitMessage("admissions", "applicationSheetSubmitted", sheet.number());
        assertThat(awaitMessage("admissions", "applicationSheetChanged", second.number()))
                .contains("voids>" + sheet.number() + "<", ">" + school.text() + "<")
                .doesNotContain("studyArea", gymnasium.text());
        assertThat(kinds("school-program")).isEmpty();
    }

    @Test
    void the_centre_hears_that_somebody_applies_no_more() {
        withdrawals.withdraw(pupil, sheet.number(), "school-program", TestAdmissions.of(school));

        assertThat(awaitMessage("admissions", "applicationSheetWithdrawn", sheet.number()))
                .contains(">" + OPEN + "<", ">" + school.text() + "<")
                .doesNotContain("studyArea", gymnasium.text());
    }

    @Test
    void a_result_is_told_to_schools_once_and_not_to_the_centre() {
        results.publish(pupil, sheet.number(), choice(1, gymnasium, "0101").place(), "admissions", CENTRE);

        assertThat(awaitMessage("school-program", "admissionResult", sheet.number()))
                .contains(">admitted<", ">" + gymnasium.text() + "<", ">0101<")
                .doesNotContain("0202");
        assertThat(kinds("admissions")).noneMatch(text -> text.contains("admissionResult"));
        assertThat(jdbc.sql("""
                        select partner || ' ' || outcome from disclosure
                         where operation = 'events/admissionResult' and ? = any (persons)""").param(pupil.text()).query(String.class).list())
                .containsExactly("school-program ANSWERED");
    }

    @Test
    void of_a_correction_the_school_told_before_hears_that_it_does_not_admit_and_not_who_does() {
        results.publish(pupil, sheet.number(), choice(1, gymnasium, "0101").place(), "admissions", CENTRE);
        awaitMessage("school-program", "admissionResult", sheet.number());

        corrections.correct(
                pupil,
                sheet.number(),
                choice(3, lyceum, "0303").place(),
                new Result.Decision("FK-118/2027", "appeal granted"),
                "admissions",
                CENTRE);

        await().untilAsserted(() -> assertThat(kinds("school-program"))
                .hasSize(3)
                .satisfiesOnlyOnce(before -> assertThat(before)
                        .contains("noLongerAdmittedBy>" + gymnasium.text() + "<", ">not-admitted<", "resultVersion>2<")
                        .doesNotContain(lyceum.text(), "studyArea", "FK-118"))
                .satisfiesOnlyOnce(now -> assertThat(now)
                        .contains(">" + lyceum.text() + "<", ">admitted<", "resultVersion>2<")
                        .doesNotContain("noLongerAdmittedBy", gymnasium.text())));
    }

    private String awaitMessage(String partner, String kind, String sheetNumber) {
        var found = await().until(
                        () -> kinds(partner).stream()
                                .filter(text -> text.contains(kind))
                                .toList(),
                        texts -> texts.size() == 1);
        assertThat(found.get(0)).contains("sheetNumber>" + sheetNumber + "<");
        return found.get(0);
    }

    /** Whatever of admissions waits for the partner about the pupil. */
    private List<String> kinds(String partner) {
        try (var connection = broker.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(session.createQueue("kapu.out." + partner))) {
            connection.start();
            return Collections.list((Enumeration<?>) browser.getEnumeration()).stream()
                    .map(AdmissionEventsTest::text)
                    .filter(text -> text.contains(pupil.text()) && text.contains("sheetNumber"))
                    .toList();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object message) {
        try {
            return ((Message) message).getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
