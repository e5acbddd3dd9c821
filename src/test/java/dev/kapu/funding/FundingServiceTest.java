package dev.kapu.funding;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service over HTTP (K22). */
@HubTest
class FundingServiceTest {
    @LocalServerPort
    int port;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    private InstitutionCode school;
    private TestCounts counts;
    private final LocalDate day = TestCounts.day();

    @BeforeEach
    void school() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        counts = new TestCounts(hub, school.text());
    }

    @Test
    void headcounts_are_told_and_the_record_names_no_person() {
        counts.counted("001", "compulsory-student", 3, 27);
        counts.counted("002", "dormitory", 0, 1);

        var answer = ask("funding-control", """
                <getHeadcounts xmlns='urn:kapu:funding:v1'><institutionCode>%s</institutionCode>\
                <referenceDate>%s</referenceDate></getHeadcounts>""".formatted(school.text(), day));

        assertThat(answer)
                .contains("<total>28</total>", "<count>27</count>", "<grade>3</grade>", "<count>1</count>")
                .doesNotContain("educationId");
        assertThat(jdbc.sql("""
                                select persons = '{}' from disclosure
                                 where operation = 'Funding/getHeadcounts' order by id desc limit 1""").query(Boolean.class).single()).isTrue();
    }

    @Test
    void a_claim_gets_differences_in_numbers() {
        counts.counted("001", "compulsory-student", 3, 27);

        var answer = ask("funding-control", """
                <compareClaim xmlns='urn:kapu:funding:v1'><institutionCode>%s</institutionCode>\
                <referenceDate>%s</referenceDate><line><siteSerial>001</siteSerial><type>compulsory-student</type>\
                <grade>3</grade><claimed>30</claimed></line></compareClaim>""".formatted(school.text(), day));

        assertThat(answer).contains("<claimed>30</claimed>", "<registered>27</registered>", "<difference>3<");
    }

    @Test
    void the_total_of_a_claim_is_of_its_own_lines_and_the_others_are_listed() {
        counts.counted("001", "compulsory-student", 3, 27);
        counts.counted("002", "dormitory", 0, 11);

        var answer = ask("funding-control", """
                <compareClaim xmlns='urn:kapu:funding:v1'><institutionCode>%s</institutionCode>\
                <referenceDate>%s</referenceDate><line><siteSerial>001</siteSerial><type>compulsory-student</type>\
                <grade>3</grade><claimed>30</claimed></line></compareClaim>""".formatted(school.text(), day));

        assertThat(answer.split("</comparison>", 2)[0]).contains("<registered>27<", "<difference>3<");
        assertThat(answer.split("</comparison>", 2)[1]).contains("<claimed>0<", "<registered>11<", "<difference>-11<");
    }

    @Test
    void another_day_and_one_ahead_are_faults_that_name_the_days() {
        assertThat(asked(day.plusDays(1))).contains("Client.Funding.NotAReferenceDate", "10-01, 02-01");
        var ahead = LocalDate.of(TODAY.getYear() + 2, 10, 1);
        assertThat(asked(ahead))
                .contains("Client.Funding.NotYet", ahead.plusDays(16).toString());
    }

    @Test
    void an_inspection_is_asked_for_listed_and_closed_by_the_office_alone() {
        var number = requested();

        var list = "<listInspections xmlns='urn:kapu:funding:v1'><limit>500</limit></listInspections>";
        var close = """
                <closeInspection xmlns='urn:kapu:funding:v1'><inspectionNumber>%s</inspectionNumber>\
                <finding>Three had left</finding></closeInspection>""".formatted(number);
        assertThat(ask("registry-office", list))
                .contains(">" + number + "<", school.text(), "Thirty claimed, 27 registered");
        assertThat(ask("funding-control", close)).contains("Client.Permission.NotPermitted");
        assertThat(ask("registry-office", close)).contains("<state>closed</state>", "Three had left");
        assertThat(ask("registry-office", close)).contains("Client.Funding.InspectionNotFound");
        assertThat(ask("registry-office", list)).doesNotContain(">" + number + "<");
    }

    @Test
    void funding_control_learns_that_its_inspection_was_made_and_not_what_was_found() {
        var number = requested();
        var after = Long.toString(Long.parseLong(number) - 1);
        assertThat(listed("funding-control", "open", after)).contains(">" + number + "<");

        ask("registry-office", """
                <closeInspection xmlns='urn:kapu:funding:v1'><inspectionNumber>%s</inspectionNumber>\
                <finding>Three had left</finding></closeInspection>""".formatted(number));

        assertThat(listed("funding-control", "open", after)).doesNotContain(">" + number + "<");
        assertThat(listed("funding-control", "closed", after))
                .contains(">" + number + "<", "<closedAt>")
                .doesNotContain("Three had left", "finding");
        assertThat(listed("registry-office", "closed", after)).contains("Three had left");
    }

    @Test
    void a_list_goes_on_after_the_last_number_one_has() {
        var first = requested();
        var second = requested("Two sites closed");

        assertThat(listed("registry-office", "open", first))
                .contains(">" + second + "<")
                .doesNotContain(">" + first + "<");
    }

    private String requested() {
        return requested("Thirty claimed, 27 registered");
    }

    private String requested(String reason) {
        var requested = ask("funding-control", """
                <requestInspection xmlns='urn:kapu:funding:v1'><institutionCode>%s</institutionCode>\
                <referenceDate>%s</referenceDate><reason>%s</reason></requestInspection>""".formatted(school.text(), day, reason));
        assertThat(requested).contains("<state>open</state>");
        return requested.replaceAll("(?s).*<inspectionNumber>([0-9]+)<.*", "$1");
    }

    private String listed(String partner, String state, String after) {
        return ask(partner, """
                <listInspections xmlns='urn:kapu:funding:v1'><state>%s</state><afterNumber>%s</afterNumber>\
                <limit>500</limit></listInspections>""".formatted(state, after));
    }

    @Test
    void nobody_else_gets_headcounts() {
        for (var partner : new String[] {"school-program", "registry-office", "statistics-office", "admissions"}) {
            assertThat(ask(partner, question(day))).contains("Client.Permission.NotPermitted");
        }
    }

    private String asked(LocalDate about) {
        return ask("funding-control", question(about));
    }

    private String question(LocalDate about) {
        return """
                <getHeadcounts xmlns='urn:kapu:funding:v1'><institutionCode>%s</institutionCode>\
                <referenceDate>%s</referenceDate></getHeadcounts>""".formatted(school.text(), about);
    }

    /** Without prefixes. */
    private String ask(String partner, String body) {
        return new PartnerClient(port, credentials, partner)
                .ask("Funding", PartnerClient.envelope("office", Map.of("body", body)))
                .body()
                .replaceAll("(</?)\\w+:", "$1");
    }
}
