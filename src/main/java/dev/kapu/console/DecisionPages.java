package dev.kapu.console;

import dev.kapu.access.Policies;
import dev.kapu.audit.DisclosureFilter;
import dev.kapu.audit.DisclosureRecord.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The records, all of them: the newest by themselves, the others page by page and by what one looks for. */
@Controller
class DecisionPages {
    private static final List<Choice> CHOICES =
            Arrays.stream(Outcome.values()).map(Choice::of).toList();

    /** In place of what the database cannot compare with anything. */
    private static final char NOWHERE = '\uFFFD';

    private final DecisionTable decisions;
    private final Policies policies;
    private final ZoneId zone;

    DecisionPages(DecisionTable decisions, Policies policies, ZoneId calendarZone) {
        this.decisions = decisions;
        this.policies = policies;
        this.zone = calendarZone;
    }

    record Choice(String value, String word) {
        private static Choice of(Outcome outcome) {
            return new Choice(outcome.name(), outcome.name().toLowerCase(Locale.ROOT));
        }
    }

    /** What was written into the form. */
    record Sought(
            @Nullable String partner,
            @Nullable Outcome outcome,
            @Nullable String message,
            @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable LocalDateTime from,
            @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable LocalDateTime until) {
        DisclosureFilter filter(ZoneId zone) {
            return new DisclosureFilter(
                    text(partner), outcome, text(message), instant(from, zone), instant(until, zone));
        }

        private static @Nullable String text(@Nullable String written) {
            return StringUtils.hasText(written) ? written.strip().replace('\0', NOWHERE) : null;
        }

        private static @Nullable Instant instant(@Nullable LocalDateTime written, ZoneId zone) {
            return written == null ? null : clamped(written).atZone(zone).toInstant();
        }

        /** The database knows no other years, and there are no records of them. */
        private static LocalDateTime clamped(LocalDateTime written) {
            return written.withYear(Math.max(1, Math.min(written.getYear(), 9999)));
        }
    }

    /** What is looked for does not change under the reader's eyes: only the newest ask again by themselves. */
    @GetMapping("/console/decisions")
    String decisions(
            Sought sought,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request,
            Model model,
            Locale language) {
        var filter = sought.filter(zone);
        if (before != null || !filter.isEmpty()) {
            model.addAttribute("live", false);
        }
        model.addAttribute("sought", sought);
        model.addAttribute("filtered", !filter.isEmpty());
        model.addAttribute("before", before);
        model.addAttribute("partners", policies.partners());
        model.addAttribute("outcomes", CHOICES);
        model.addAttribute("chosen", String.valueOf(sought.outcome()));
        model.addAttribute("page", decisions.page(filter, before, language).orElse(null));
        return Htmx.view("console/decisions", request);
    }
}
