package dev.kapu.console;

import dev.kapu.messaging.Discards;
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

/** The queues, and what an operator does with dead letters; the log keeps who asked for it. */
@Controller
class QueuePages {
    private static final Logger log = LoggerFactory.getLogger(QueuePages.class);

    private final QueueTable queues;
    private final Discards discards;

    QueuePages(QueueTable queues, Discards discards) {
        this.queues = queues;
        this.discards = discards;
    }

    @GetMapping("/console/queues")
    String queues(HttpServletRequest request, Model model, Locale language) {
        var all = queues.queues();
        var letters = queues.letters(language);
        model.addAttribute("queues", all);
        model.addAttribute("letters", letters);
        model.addAttribute("lettersInAll", Math.max(letters.size(), QueueTable.total(all)));
        model.addAttribute("lettersOfEach", QueueTable.LETTERS);
        return Htmx.view("console/queues", request);
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
}
