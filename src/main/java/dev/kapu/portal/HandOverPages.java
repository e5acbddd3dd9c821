package dev.kapu.portal;

import dev.kapu.contract.affiliations.EndAffiliation;
import dev.kapu.contract.affiliations.EndAffiliationResponse;
import dev.kapu.contract.affiliations.ValidateAffiliations;
import dev.kapu.contract.affiliations.ValidateAffiliationsResponse;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.contract.submission.AffiliationEnd;
import dev.kapu.contract.submission.AffiliationEntry;
import dev.kapu.contract.submission.Finding;
import dev.kapu.contract.submission.Role;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Institutions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Two institutions settle a change of institution directly (K14): the one that lets the person go reports the end here,
 * in two steps, and is told what the other reports. An institution represents itself alone, so it cannot start anything
 * elsewhere (ADR 14).
 */
@Controller
class HandOverPages {
    private static final String HAND_OVER = "/institution/hand-over";
    private static final String PAGE = "institution/hand-over";

    private final GateCall gate;
    private final Institutions institutions;

    HandOverPages(GateCall gate, Institutions institutions) {
        this.gate = gate;
        this.institutions = institutions;
    }

    /** Hazard: of a person; it comes by POST, so that no address and no log holds it. */
    record Form(
            @Nullable String educationId,
            @Nullable AffiliationType type,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
            @Nullable String toInstitutionCode) {
        static final Form EMPTY = new Form(null, null, null, null);

        @Nullable
        String id() {
            return educationId == null || educationId.isBlank() ? null : educationId.strip();
        }

        String code() {
            return Objects.requireNonNullElse(toInstitutionCode, "").strip();
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @ModelAttribute("types")
    AffiliationType[] types() {
        return AffiliationType.values();
    }

    /** The longer address is where a language is chosen after a form was sent. */
    @GetMapping({HAND_OVER, HAND_OVER + "/done"})
    String form(Model model) {
        model.addAttribute("form", Form.EMPTY);
        return PAGE;
    }

    /** The first step: everything is checked and shown, and nothing is reported. */
    @PostMapping(HAND_OVER)
    String look(@AuthenticationPrincipal SignedInInstitution who, @ModelAttribute("form") Form form, Model model) {
        if (form.code().equals(who.getName())) {
            model.addAttribute("own", true);
            return PAGE;
        }
        try {
            var next = next(who, form);
            var findings = findings(who, form);
            model.addAttribute("next", findings.isEmpty() ? next : null);
            model.addAttribute("findings", findings);
        } catch (FaultException no) {
            model.addAttribute(Refused.NAME, new Refused(no)).addAttribute("which", true);
        }
        return PAGE;
    }

    @PostMapping(HAND_OVER + "/done")
    String handOver(@AuthenticationPrincipal SignedInInstitution who, @ModelAttribute("form") Form form, Model model) {
        try {
            var next = next(who, form);
            var body = new EndAffiliation();
            body.setEducationId(form.id());
            body.setInstitutionCode(who.getName());
            body.setType(form.type());
            body.setEndDate(form.lastDay());
            var answer = gate.ask(who, "Affiliations/endAffiliation", body, EndAffiliationResponse.class);
            model.addAttribute("ended", answer.getAffiliation()).addAttribute("to", next);
            model.addAttribute("form", Form.EMPTY);
        } catch (FaultException no) {
            model.addAttribute(Refused.NAME, new Refused(no)).addAttribute("which", true);
        }
        return PAGE;
    }

    /** @throws FaultException {@code Client.Institution.NotFound}, {@code …Closed}; or if it is the institution itself */
    private Institution next(SignedInInstitution who, Form form) {
        var code = form.code();
        if (!code.matches("[0-9]{6}") || code.equals(who.getName())) {
            throw new FaultException(Fault.INSTITUTION_NOT_FOUND, "toInstitutionCode");
        }
        var found = institutions.find(new InstitutionCode(code));
        if (!found.active()) {
            throw new FaultException(Fault.INSTITUTION_CLOSED, "toInstitutionCode");
        }
        return found;
    }

    private List<Finding> findings(SignedInInstitution who, Form form) {
        var end = new AffiliationEnd();
        end.setType(form.type());
        end.setEndDate(form.lastDay());
        var entry = new AffiliationEntry();
        entry.setEducationId(form.id());
        entry.setEnd(end);
        var body = new ValidateAffiliations();
        body.setInstitutionCode(who.getName());
        body.setRole(isStudents(form.type()) ? Role.STUDENT : Role.STAFF);
        body.getEntry().add(entry);
        return gate
                .ask(who, "Affiliations/validateAffiliations", body, ValidateAffiliationsResponse.class)
                .getEntry()
                .stream()
                .flatMap(outcome -> outcome.getFinding().stream())
                .toList();
    }

    private static boolean isStudents(@Nullable AffiliationType type) {
        return type != null
                && dev.kapu.registry.affiliation.AffiliationType.valueOf(type.name())
                        .isStudents();
    }
}
