package dev.kapu.console;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.personnel.Messages;
import dev.kapu.personnel.Reconciliation;
import dev.kapu.personnel.StaffModule;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.personnel.StaffReports;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the personnel module's messages contradicts, and how its lists compare; nobody is named. */
@HubTest
class PersonnelPageTest {
    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Autowired
    StaffReports reports;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.administrator(listeners, data);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Parked messages:, cannot be reached",
        "hu, Félretett üzenetek:, nem érhető el",
        "tr, Bekletilen iletiler:, ulaşılamıyor"
    })
    void parked_messages_and_comparisons_are_shown_with_their_reasons_and_without_persons(
            String language, String title, String failure) {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        var staff = registry.personAt(school, AffiliationType.MAIN_EMPLOYMENT);
        var stranger = new Messages(registry.person(), BORN);
        reports.report(List.of(stranger.end(1, TODAY, school, AffiliationType.MAIN_EMPLOYMENT)));
        reconciliation.compare((institution, day) -> List.of(), school);
        StaffModule down = (institution, day) -> {
            throw new Failed(Failure.UNREACHABLE);
        };
        reconciliation.compare(down, school);

        var page = browser.get("/console/personnel?language=" + language).body();

        assertThat(page)
                .contains(title, school.text(), "Client.Personnel.NoEmployment", failure)
                .doesNotContain(staff.text(), stranger.person().text(), "??");
        reports.withdraw(stranger.person(), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "en, last failure, cannot be reached, left in peace until, down",
        "hu, utolsó hiba, nem érhető el, eddig nem kérdezzük újra, nem működik",
        "tr, son hata, ulaşılamıyor, şu zamana kadar sorulmaz, çalışmıyor"
    })
    void a_silent_module_is_red_on_the_overview_and_one_line_on_its_page_says_why(
            String language, String lastFailure, String failure, String peace, String down) {
        var school = new TestRegistry(jdbc).institution();
        StaffModule silent = (institution, day) -> {
            throw Failed.leftInPeace(Failure.UNREACHABLE, Instant.parse("2026-11-26T03:00:00Z"));
        };
        reconciliation.compare(silent, school);

        var overview = browser.get("/console?language=" + language).body();
        var page = browser.get("/console/personnel?language=" + language).body();

        assertThat(overview).containsPattern("/console/personnel\">[^<]+</a>\\s*<b class=\"mark down\">" + down);
        assertThat(page)
                .contains(lastFailure, failure, peace, "2026-11-26 04:00:00")
                .doesNotContain("??");
        reconciliation.compare((institution, day) -> List.of(), school);
        assertThat(browser.get("/console").body())
                .containsPattern("/console/personnel\">[^<]+</a>\\s*<b class=\"mark up\">");
    }

    @Test
    void the_page_is_for_administrators_only() {
        assertThat(new Browser(listeners.http().orElseThrow())
                        .get("/console/personnel")
                        .statusCode())
                .isEqualTo(302);
    }
}
