package dev.kapu.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What the frame of each of the console's pages shows. */
@ControllerAdvice(assignableTypes = {OverviewPage.class, ConsolePages.class, QueuePages.class, DecisionPages.class})
class Everywhere {
    private final ZoneId zone;

    Everywhere(ZoneId calendarZone) {
        this.zone = calendarZone;
    }

    @ModelAttribute
    void everywhere(HttpServletRequest request, @RequestParam(defaultValue = "true") boolean live, Model model) {
        model.addAttribute("who", request.getRemoteUser());
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("live", live);
        model.addAttribute("now", Instant.now());
        model.addAttribute("zone", zone);
    }
}
