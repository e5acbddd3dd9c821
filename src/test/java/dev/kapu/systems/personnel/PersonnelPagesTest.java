package dev.kapu.systems.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.personnel.Messages;
import dev.kapu.personnel.StaffReports;
import dev.kapu.personnel.TestComparisons;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S10: what is parked and where lists differ is seen to the last of it, page by page. Over SOAP. */
@HubTest
class PersonnelPagesTest {
    private static final Pattern NAMED = Pattern.compile("(educationId|messageNumber|institutionCode)>([^<]+)<");

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private StaffReports reports;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;

    @BeforeEach
    void someInstitutions() {
        registry = new TestRegistry(jdbc);
    }

    @Test
    void what_is_parked_is_listed_to_the_last_message() {
        var school = registry.institution();
        var persons = new ArrayList<String>();
        for (int n = 0; n < 5; n++) {
            var stranger = new Messages(registry.person(), BORN);
            reports.report(List.of(stranger.end(1, TODAY, school, MAIN_EMPLOYMENT)));
            persons.add(stranger.person().text());
        }

        var listed = new ArrayList<String>();
        var after = "";
        String page;
        do {
            page = ask("<listParked xmlns='urn:kapu:personnel:v1'><limit>3</limit>" + after + "</listParked>");
            listed.addAll(all(page, "educationId"));
            after = "<afterEducationId>" + last(page, "educationId") + "</afterEducationId><afterMessageNumber>"
                    + last(page, "messageNumber") + "</afterMessageNumber>";
        } while (page.contains("more>true<"));

        assertThat(page).contains("more>false<");
        assertThat(listed).containsSubsequence(persons);
        persons.forEach(person -> assertThat(listed).containsOnlyOnce(person));
        assertThat(ask("<listParked xmlns='urn:kapu:personnel:v1'><afterEducationId>" + persons.get(0)
                        + "</afterEducationId></listParked>"))
                .as("half of a cursor")
                .contains("Client.Message.Invalid");
    }

    @Test
    void institutions_that_failed_or_differ_are_listed_by_code_whatever_is_compared_between_two_pages() {
        var codes = new ArrayList<String>();
        for (int n = 0; n < 502; n++) {
            var code = registry.institution().text();
            TestComparisons.found(hub, code, 502 - n, n % 2 == 0 ? null : "too-slow");
            codes.add(code);
        }

        var first = reconciliationAfter("%06d".formatted(Integer.parseInt(codes.get(0)) - 1));
        TestComparisons.forget(hub, List.of(codes.get(499), codes.get(501)));
        var second = reconciliationAfter(codes.get(499));

        assertThat(all(first, "institutionCode")).isEqualTo(codes.subList(0, 500));
        assertThat(first).contains("more>true<");
        assertThat(all(second, "institutionCode"))
                .startsWith(codes.get(500))
                .doesNotContainAnyElementsOf(codes.subList(0, 500))
                .doesNotContain(codes.get(501));
        TestComparisons.forget(hub, codes);
    }

    @Test
    void whoever_has_read_all_is_told_that_no_page_follows() {
        var code = registry.institution().text();
        TestComparisons.found(hub, code, 1, null);

        assertThat(reconciliationAfter(code)).contains("more>false<").doesNotContain("institutionCode>");

        TestComparisons.forget(hub, List.of(code));
    }

    private String reconciliationAfter(String code) {
        return ask("<getReconciliation xmlns='urn:kapu:personnel:v1'><afterInstitutionCode>" + code
                + "</afterInstitutionCode></getReconciliation>");
    }

    private static List<String> all(String answer, String element) {
        return NAMED.matcher(answer)
                .results()
                .filter(found -> found.group(1).equals(element))
                .map((MatchResult found) -> found.group(2))
                .toList();
    }

    private static String last(String answer, String element) {
        var all = all(answer, element);
        return all.get(all.size() - 1);
    }

    private String ask(String body) {
        return new PartnerClient(port, credentials, "personnel-module")
                .ask("Personnel", PartnerClient.envelope("office", Map.of("body", body)))
                .body();
    }
}
