package dev.kapu.portal;

import dev.kapu.contract.affiliations.CancelAffiliationResponse;
import dev.kapu.contract.affiliations.EndAffiliationResponse;
import dev.kapu.contract.affiliations.StartAffiliationResponse;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.institution.Site;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Start and end of an affiliation, by ID (K11, W4, W6), what of them was reported wrongly, and a start taken back. */
@Controller
class AffiliationPages {
    private static final String AFFILIATIONS = "/institution/affiliations";
    private static final String PAGE = "institution/affiliations";

    private final GateCall gate;
    private final Institutions institutions;

    AffiliationPages(GateCall gate, Institutions institutions) {
        this.gate = gate;
        this.institutions = institutions;
    }

    @ModelAttribute("types")
    AffiliationType[] types() {
        return AffiliationType.values();
    }

    /** Each form that is shown is filled in and sent once. */
    @ModelAttribute("copy")
    String copy() {
        return UUID.randomUUID().toString();
    }

    @ModelAttribute("sites")
    List<Site> sites(@AuthenticationPrincipal SignedInInstitution who) {
        return institutions.sites(who.code()).stream().filter(Site::active).toList();
    }

    /** The longer addresses are where a language is chosen after a form was sent. */
    @GetMapping({AFFILIATIONS, AFFILIATIONS + "/start", AFFILIATIONS + "/end", AFFILIATIONS + "/cancel"})
    String forms() {
        return PAGE;
    }

    /** What is typed into one form leaves the others empty. */
    @ModelAttribute
    void empty(Model model) {
        for (var form : List.of("start", "end", "cancel")) {
            if (!model.containsAttribute(form)) {
                model.addAttribute(form, AffiliationForm.EMPTY);
            }
        }
    }

    @PostMapping(AFFILIATIONS + "/start")
    String start(
            @AuthenticationPrincipal SignedInInstitution who,
            @ModelAttribute("typed") AffiliationForm form,
            Model model) {
        return answered("start", form, model, () -> {
            var answer = gate.askOnce(
                    who,
                    form.copy(),
                    "Affiliations/startAffiliation",
                    form.start(who.getName()),
                    StartAffiliationResponse.class);
            model.addAttribute("started", answer.getAffiliation()).addAttribute("reEntry", answer.getReEntry());
            model.addAttribute("replaced", form);
        });
    }

    @PostMapping(AFFILIATIONS + "/end")
    String end(
            @AuthenticationPrincipal SignedInInstitution who,
            @ModelAttribute("typed") AffiliationForm form,
            Model model) {
        return answered("end", form, model, () -> {
            var answer = gate.askOnce(
                    who,
                    form.copy(),
                    "Affiliations/endAffiliation",
                    form.end(who.getName()),
                    EndAffiliationResponse.class);
            model.addAttribute("ended", answer.getAffiliation()).addAttribute("replaced", form);
        });
    }

    /** Of an affiliation that was announced and will not begin. */
    @PostMapping(AFFILIATIONS + "/cancel")
    String cancel(
            @AuthenticationPrincipal SignedInInstitution who,
            @ModelAttribute("typed") AffiliationForm form,
            Model model) {
        return answered("cancel", form, model, () -> {
            var answer = gate.askOnce(
                    who,
                    form.copy(),
                    "Affiliations/cancelAffiliation",
                    form.cancel(who.getName()),
                    CancelAffiliationResponse.class);
            model.addAttribute("cancelled", answer.getAffiliation());
        });
    }

    /** What was refused stays in its form, as it was typed. */
    private static String answered(String which, AffiliationForm form, Model model, Runnable ask) {
        try {
            ask.run();
        } catch (FaultException no) {
            model.addAttribute(which, form);
            model.addAttribute(Refused.NAME, new Refused(no)).addAttribute("which", which);
        }
        return PAGE;
    }
}
