package dev.kapu.console;

import dev.kapu.access.Policies;
import dev.kapu.access.Today;
import dev.kapu.messaging.Discards;
import dev.kapu.start.Happenings;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each page is whole at first and then asks for its living part again and again, at the same address. */
@Controller
class ConsolePages {
    private static final Logger log = LoggerFactory.getLogger(ConsolePages.class);
    private static final int LATEST_REFUSALS = 8;

    private final Overview overview;
    private final Pulse pulse;
    private final Happenings happenings;
    private final RouteTable routes;
    private final QueueTable queues;
    private final Discards discards;
    private final DecisionTable decisions;
    private final PersonnelTable personnel;
    private final Policies policies;
    private final Today today;

    ConsolePages(
            Overview overview,
            Pulse pulse,
            Happenings happenings,
            RouteTable routes,
            QueueTable queues,
            Discards discards,
            DecisionTable decisions,
            PersonnelTable personnel,
            Policies policies,
            Today today) {
        this.overview = overview;
        this.pulse = pulse;
        this.happenings = happenings;
        this.routes = routes;
        this.queues = queues;
        this.discards = discards;
        this.decisions = decisions;
        this.personnel = personnel;
        this.policies = policies;
        this.today = today;
    }

    @GetMapping("/console/sign-in")
    String signIn() {
        return "console/sign-in";
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
        return view("overview", request);
    }

    @GetMapping("/console/routes")
    String routes(HttpServletRequest request, Model model) {
        model.addAttribute("routes", routes.routes());
        return view("routes", request);
    }

    @GetMapping("/console/queues")
    String queues(HttpServletRequest request, Model model, Locale language) {
        var all = queues.queues();
        var letters = queues.letters(language);
        model.addAttribute("queues", all);
        model.addAttribute("letters", letters);
        model.addAttribute("lettersInAll", Math.max(letters.size(), QueueTable.total(all)));
        model.addAttribute("lettersOfEach", QueueTable.LETTERS);
        return view("queues", request);
    }

    @PostMapping("/console/queues/replay")
    String replay(@RequestParam String letter, Principal who, RedirectAttributes next) {
        var replayed = queues.replay(letter);
        log.info("{} asked to send a dead letter again: {}", who.getName(), replayed ? "done" : "not possible");
        next.addFlashAttribute("done", replayed ? "queues.replayed" : "queues.not-replayed");
        return "redirect:/console/queues";
    }

    @PostMapping("/console/queues/replay-all")
    String replayAll(@RequestParam String queue, Principal who, RedirectAttributes next) {
        var replayed = queues.replayAll(queue);
        log.info("{} asked to send the dead letters of a queue again: {} are on their way", who.getName(), replayed);
        next.addFlashAttribute("done", "queues.replayed-all");
        next.addFlashAttribute("count", replayed);
        return "redirect:/console/queues";
    }

    /** The first step; what was asked for and is gone meanwhile leads back. */
    @GetMapping("/console/queues/discard")
    String discard(@RequestParam String letter, Model model, Locale language, RedirectAttributes next) {
        var view = queues.letter(letter, language);
        if (view.isEmpty()) {
            next.addFlashAttribute("done", "queues.not-discarded");
            return "redirect:/console/queues";
        }
        model.addAttribute("view", view.get());
        return "console/discard";
    }

    @PostMapping("/console/queues/discard")
    String discarded(@RequestParam String letter, Principal who, RedirectAttributes next) {
        var discarded = discards.discard(letter, who.getName());
        log.info("{} asked to discard a dead letter: {}", who.getName(), discarded ? "done" : "not possible");
        next.addFlashAttribute("done", discarded ? "queues.discarded" : "queues.not-discarded");
        return "redirect:/console/queues";
    }

    @GetMapping("/console/personnel")
    String personnel(HttpServletRequest request, Model model, Locale language) {
        model.addAttribute("module", personnel.light());
        model.addAttribute("parkedCount", personnel.count().map(String::valueOf).orElse("?"));
        model.addAttribute("parked", personnel.parked(language).orElse(null));
        model.addAttribute("compared", personnel.compared().orElse(null));
        return view("personnel", request);
    }

    @GetMapping("/console/policy")
    String policy(HttpServletRequest request, Model model) {
        model.addAttribute("policy", policies);
        model.addAttribute("today", today.date());
        return view("policy", request);
    }

    private static String view(String page, HttpServletRequest request) {
        return "console/" + page + (Htmx.asksForFragment(request) ? " :: live" : "");
    }
}
