package dev.kapu.console;

import dev.kapu.access.Policies;
import dev.kapu.start.Happenings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the hub is, on one page. */
@Controller
class OverviewPage {
    private static final int LATEST_REFUSALS = 8;

    private final Overview overview;
    private final Pulse pulse;
    private final Happenings happenings;
    private final QueueTable queues;
    private final DecisionTable decisions;
    private final PersonnelTable personnel;
    private final Policies policies;

    OverviewPage(
            Overview overview,
            Pulse pulse,
            Happenings happenings,
            QueueTable queues,
            DecisionTable decisions,
            PersonnelTable personnel,
            Policies policies) {
        this.overview = overview;
        this.pulse = pulse;
        this.happenings = happenings;
        this.queues = queues;
        this.decisions = decisions;
        this.personnel = personnel;
        this.policies = policies;
    }

    @GetMapping("/console")
    String overview(HttpServletRequest request, Model model, Locale language) {
        model.addAttribute("parts", pulse.parts());
        model.addAttribute("traffic", overview.view());
        model.addAttribute("happening", happenings.latest().orElse(null));
        model.addAttribute("policy", policies);
        model.addAttribute("broker", queues.health());
        model.addAttribute("deadLetters", queues.deadLetters());
        model.addAttribute("module", personnel.light());
        model.addAttribute(
                "refusals", decisions.latestRefusals(LATEST_REFUSALS, language).orElse(null));
        return Htmx.view("console/overview", request);
    }
}
