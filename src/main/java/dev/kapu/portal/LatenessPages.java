package dev.kapu.portal;

import dev.kapu.contract.affiliations.ListLateReports;
import dev.kapu.contract.affiliations.ListLateReportsResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the institution reported late (K13). */
@Controller
class LatenessPages {
    private final GateCall gate;
    private final Clock clock;

    LatenessPages(GateCall gate, Clock clock, ZoneId calendarZone) {
        this.gate = gate;
        this.clock = clock.withZone(calendarZone);
    }

    @GetMapping("/institution/lateness")
    String lateness(
            @AuthenticationPrincipal SignedInInstitution who,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            HttpServletResponse response,
            Model model) {
        var last = Objects.requireNonNullElseGet(until, () -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
        var first = Objects.requireNonNullElseGet(from, () -> yearBefore(last));
        model.addAttribute("from", first);
        model.addAttribute("until", last);
        model.addAttribute("reports", List.of());
        if (first.isAfter(last)) {
            model.addAttribute("reversed", true);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "institution/lateness";
        }
        var body = new ListLateReports();
        body.setInstitutionCode(who.getName());
        body.setFrom(first);
        body.setUntil(last);
        var answer = gate.ask(who, "Affiliations/listLateReports", body, ListLateReportsResponse.class);
        model.addAttribute("summary", answer.getSummary());
        model.addAttribute("reports", answer.getLateReport());
        return "institution/lateness";
    }

    /** Of a day before which there is no year, the gate says that it is none. */
    private static LocalDate yearBefore(LocalDate day) {
        return day.getYear() == Year.MIN_VALUE ? day : day.minusYears(1);
    }
}
