package dev.kapu.portal;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.filing.Filing;
import dev.kapu.filing.FormKind;
import dev.kapu.filing.RowChecks;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.workbook.CheckedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One or several persons typed in by hand (W1): new ones, or changes of the registered by their IDs (K12). */
@Controller
class TypedPages {
    private static final String ADDRESS = "/institution/{page:register|amend}";

    private final GateCall gate;
    private final Registrations registrations;

    TypedPages(GateCall gate, Registrations registrations) {
        this.gate = gate;
        this.registrations = registrations;
    }

    @GetMapping(ADDRESS)
    String form(
            @PathVariable String page,
            @RequestParam(defaultValue = "STUDENT") Role role,
            @AuthenticationPrincipal SignedInInstitution who,
            Locale language,
            Model model) {
        var sheet = new TypedSheet(kind(page, role), who.getName(), language);
        return shown(page, sheet, sheet.unchecked(TypedSheet.ONE), model);
    }

    /**
     * Checks all; if all is good, submits it as one submission.
     *
     * @param more another person is to be typed in before anything is submitted
     */
    @PostMapping(ADDRESS)
    String submit(
            @PathVariable String page,
            @RequestParam Role role,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false, defaultValue = "false") boolean more,
            @AuthenticationPrincipal SignedInInstitution who,
            Locale language,
            Model model) {
        var kind = kind(page, role);
        var sheet = new TypedSheet(kind, who.getName(), language);
        if (more) {
            return shown(page, sheet, sheet.unchecked(TypedSheet.oneMore(typed)), model);
        }
        var rows = sheet.checked(typed);
        var number = filed(kind.filing(), kind, rows, who);
        return number.isEmpty()
                ? shown(page, sheet, sheet.people(typed, rows), model)
                : "redirect:/institution/submissions/" + number + "?submitted";
    }

    /** @return the submission's number; or none, then the rows say why */
    private <E> String filed(Filing<E> filing, FormKind kind, List<CheckedRow> rows, SignedInInstitution who) {
        var asking = new Filing.Asking() {
            @Override
            public <T> T ask(String operation, Object body, Class<T> answer) {
                return gate.ask(who, operation, body, answer);
            }
        };
        RowChecks.addAll(
                rows,
                filing,
                registrations,
                entries -> filing.validate(asking, who.getName(), kind.role(), true, entries));
        return rows.stream().allMatch(CheckedRow::isGood)
                ? filing.submit(asking, who.getName(), kind.role(), true, entries(rows, filing))
                        .getSubmissionNumber()
                : "";
    }

    private static <E> List<E> entries(List<CheckedRow> rows, Filing<E> filing) {
        return rows.stream().map(row -> filing.entry(row.entry())).toList();
    }

    private static FormKind kind(String page, Role role) {
        return new FormKind(page.equals("amend") ? Purpose.AMENDMENT : Purpose.REGISTRATION, role);
    }

    private static String shown(String page, TypedSheet sheet, List<TypedSheet.Person> people, Model model) {
        model.addAttribute(
                "here", "/institution/" + page + "?role=" + sheet.role().name());
        model.addAttribute("page", page);
        model.addAttribute("role", sheet.role());
        model.addAttribute("people", new ArrayList<>(people));
        model.addAttribute(
                "wrong", people.stream().mapToLong(TypedSheet.Person::wrong).sum());
        model.addAttribute("full", people.size() >= TypedSheet.MOST);
        return "institution/typed";
    }
}
