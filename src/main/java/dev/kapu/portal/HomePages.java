package dev.kapu.portal;

import dev.kapu.contract.affiliations.ListLateReports;
import dev.kapu.contract.affiliations.ListLateReportsResponse;
import dev.kapu.contract.affiliations.ReportSummary;
import dev.kapu.contract.submission.State;
import dev.kapu.contract.submission.Submission;
import dev.kapu.contract.submissions.ListSubmissions;
import dev.kapu.contract.submissions.ListSubmissionsResponse;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.institution.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what there is to do. It is shown even where the gate refuses a part of it. */
@Controller
class HomePages {
    /** Submissions that are named; beyond, their number is told. */
    private static final int NAMED = 5;

    private final GateCall gate;
    private final Imports imports;
    private final Institutions institutions;
    private final Clock clock;

    HomePages(GateCall gate, Imports imports, Institutions institutions, Clock clock, ZoneId calendarZone) {
        this.gate = gate;
        this.imports = imports;
        this.institutions = institutions;
        this.clock = clock.withZone(calendarZone);
    }

    @GetMapping(PortalSecurity.HOME)
    String home(@AuthenticationPrincipal SignedInInstitution who, Model model) {
        try {
            var all = waiting(who);
            model.addAttribute("waiting", all.subList(0, Math.min(NAMED, all.size())));
            model.addAttribute("waitingCount", all.size());
            model.addAttribute("late", late(who));
        } catch (FaultException no) {
            model.addAttribute(Refused.NAME, new Refused(no));
        }
        model.addAttribute(
                "sites",
                institutions.sites(who.code()).stream().filter(Site::active).toList());
        model.addAttribute("imported", imports.last(who).map(ImportJob::view).orElse(null));
        model.addAttribute(
                "importedAt",
                imports.last(who)
                        .map(job -> job.since().atZone(clock.getZone()).toOffsetDateTime())
                        .orElse(null));
        return "institution/home";
    }

    /** What was sent and has not been authenticated (K16). */
    private List<Submission> waiting(SignedInInstitution who) {
        var body = new ListSubmissions();
        body.setInstitutionCode(who.getName());
        body.setState(State.RECEIVED);
        return gate.ask(who, "Submissions/listSubmissions", body, ListSubmissionsResponse.class)
                .getSubmission();
    }

    /** Of the last year, as the page of late reports shows it (K13); numbers only, so that nobody is looked at here. */
    private ReportSummary late(SignedInInstitution who) {
        var body = new ListLateReports();
        body.setInstitutionCode(who.getName());
        body.setUntil(LocalDate.ofInstant(clock.instant(), clock.getZone()));
        body.setFrom(body.getUntil().minusYears(1));
        body.setSummaryOnly(true);
        return gate.ask(who, "Affiliations/listLateReports", body, ListLateReportsResponse.class)
                .getSummary();
    }
}
