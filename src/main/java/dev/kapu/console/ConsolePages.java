package dev.kapu.console;

import dev.kapu.access.Policies;
import dev.kapu.access.Today;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Routes, personnel and policy. */
@Controller
class ConsolePages {
    private final RouteTable routes;
    private final PersonnelTable personnel;
    private final Policies policies;
    private final Today today;

    ConsolePages(RouteTable routes, PersonnelTable personnel, Policies policies, Today today) {
        this.routes = routes;
        this.personnel = personnel;
        this.policies = policies;
        this.today = today;
    }

    @GetMapping("/console/sign-in")
    String signIn() {
        return "console/sign-in";
    }

    @GetMapping("/console/routes")
    String routes(HttpServletRequest request, Model model) {
        model.addAttribute("routes", routes.routes());
        return Htmx.view("console/routes", request);
    }

    @GetMapping("/console/personnel")
    String personnel(HttpServletRequest request, Model model, Locale language) {
        model.addAttribute("module", personnel.light());
        model.addAttribute("parkedCount", personnel.count().map(String::valueOf).orElse("?"));
        model.addAttribute("parked", personnel.parked(language).orElse(null));
        model.addAttribute("compared", personnel.compared().orElse(null));
        return Htmx.view("console/personnel", request);
    }

    @GetMapping("/console/policy")
    String policy(HttpServletRequest request, Model model) {
        model.addAttribute("policy", policies);
        model.addAttribute("today", today.date());
        return Htmx.view("console/policy", request);
    }
}
