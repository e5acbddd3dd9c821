package dev.kapu.portal;

import static dev.kapu.portal.TypedText.stripped;

import dev.kapu.contract.affiliations.CancelAffiliation;
import dev.kapu.contract.affiliations.CancelAffiliationResponse;
import dev.kapu.contract.affiliations.EndAffiliation;
import dev.kapu.contract.affiliations.EndAffiliationResponse;
import dev.kapu.contract.affiliations.ReportedStart;
import dev.kapu.contract.affiliations.StartAffiliation;
import dev.kapu.contract.affiliations.StartAffiliationResponse;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.institution.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
    private static final Pattern HOURS = Pattern.compile("[+-]?[0-9]{1,6}([.,][0-9]{1,5})?");

    private final GateCall gate;
    private final Institutions institutions;

    AffiliationPages(GateCall gate, Institutions institutions) {
        this.gate = gate;
        this.institutions = institutions;
    }

    /**
     * Hazard: of a person; it comes by POST, so that no address and no log holds it.
     *
     * @param wrongType of a start that was reported wrongly
     * @param wrongDay its first day as it was reported, or the last day of an end
     * @param copy see {@link #copy()}
     */
    record Form(
            @Nullable String educationId,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate birthDate,
            @Nullable String siteSerial,
            @Nullable AffiliationType type,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @Nullable String weeklyHours,
            @Nullable String grade,
            @Nullable String post,
            @Nullable AffiliationType wrongType,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate wrongDay,
            @Nullable String copy) {
        static final Form EMPTY = new Form(null, null, null, null, null, null, null, null, null, null, null);

        @Override
        public String toString() {
            return "Form";
        }
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
                model.addAttribute(form, Form.EMPTY);
            }
        }
    }

    @PostMapping(AFFILIATIONS + "/start")
    String start(@AuthenticationPrincipal SignedInInstitution who, @ModelAttribute("typed") Form form, Model model) {
        return answered("start", form, model, () -> {
            var body = new StartAffiliation();
            body.setEducationId(stripped(form.educationId()));
            body.setBirthDate(form.birthDate());
            body.setInstitutionCode(who.getName());
            body.setSiteSerial(stripped(form.siteSerial()));
            body.setType(form.type());
            body.setStartDate(form.day());
            body.setWeeklyHours(hours(stripped(form.weeklyHours())));
            body.setGrade(stripped(form.grade()));
            body.setPost(stripped(form.post()));
            body.setCorrects(wrongStart(form));
            var answer = gate.askOnce(
                    who, form.copy(), "Affiliations/startAffiliation", body, StartAffiliationResponse.class);
            model.addAttribute("started", answer.getAffiliation()).addAttribute("reEntry", answer.getReEntry());
        });
    }

    @PostMapping(AFFILIATIONS + "/end")
    String end(@AuthenticationPrincipal SignedInInstitution who, @ModelAttribute("typed") Form form, Model model) {
        return answered("end", form, model, () -> {
            var body = new EndAffiliation();
            body.setEducationId(stripped(form.educationId()));
            body.setInstitutionCode(who.getName());
            body.setType(form.type());
            body.setEndDate(form.day());
            body.setCorrects(form.wrongDay());
            var answer =
                    gate.askOnce(who, form.copy(), "Affiliations/endAffiliation", body, EndAffiliationResponse.class);
            model.addAttribute("ended", answer.getAffiliation());
        });
    }

    /** Of an affiliation that was announced and will not begin. */
    @PostMapping(AFFILIATIONS + "/cancel")
    String cancel(@AuthenticationPrincipal SignedInInstitution who, @ModelAttribute("typed") Form form, Model model) {
        return answered("cancel", form, model, () -> {
            var body = new CancelAffiliation();
            body.setEducationId(stripped(form.educationId()));
            body.setInstitutionCode(who.getName());
            body.setType(form.type());
            var answer = gate.askOnce(
                    who, form.copy(), "Affiliations/cancelAffiliation", body, CancelAffiliationResponse.class);
            model.addAttribute("cancelled", answer.getAffiliation());
        });
    }

    private static @Nullable ReportedStart wrongStart(Form form) {
        if (form.wrongType() == null && form.wrongDay() == null) {
            return null;
        }
        var wrong = new ReportedStart();
        wrong.setType(form.wrongType());
        wrong.setStartDate(form.wrongDay());
        return wrong;
    }

    /** What was refused stays in its form, as it was typed. */
    private static String answered(String which, Form form, Model model, Runnable ask) {
        try {
            ask.run();
        } catch (FaultException no) {
            model.addAttribute(which, form);
            model.addAttribute(Refused.NAME, new Refused(no)).addAttribute("which", which);
        }
        return PAGE;
    }

    /** Hazard: {@code 1E999999999} is a BigDecimal, and as long as memory when it is written out. */
    private static @Nullable BigDecimal hours(@Nullable String typed) {
        if (typed != null && !HOURS.matcher(typed).matches()) {
            throw new FaultException(Fault.INVALID, "weeklyHours");
        }
        return typed == null ? null : new BigDecimal(typed.replace(',', '.'));
    }
}
