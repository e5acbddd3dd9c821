package dev.kapu.portal;

import dev.kapu.contract.person.PersonName;
import dev.kapu.contract.personregistry.FindUnattached;
import dev.kapu.contract.personregistry.FindUnattachedResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether somebody may be taken over as responsible institution (K14). */
@Controller
class UnattachedPages {
    private static final String UNATTACHED = "/institution/unattached";
    private static final String PAGE = "institution/unattached";

    private final GateCall gate;

    UnattachedPages(GateCall gate) {
        this.gate = gate;
    }

    /** Hazard: of a person; it comes by POST, so that no address and no log holds it. */
    record Form(
            @Nullable String educationId,
            @Nullable String family,
            @Nullable String given,
            @Nullable String birthPlace,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate birthDate) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping(UNATTACHED)
    String form(Model model) {
        model.addAttribute("form", new Form(null, null, null, null, null));
        return PAGE;
    }

    @PostMapping(UNATTACHED)
    String find(@AuthenticationPrincipal SignedInInstitution who, @ModelAttribute("form") Form form, Model model) {
        try {
            var answer = gate.ask(who, "PersonRegistry/findUnattached", body(form), FindUnattachedResponse.class);
            model.addAttribute("found", answer.getUnattached());
        } catch (FaultException no) {
            boolean unknown = no.fault() == Fault.PERSON_NOT_FOUND;
            model.addAttribute("unknown", unknown).addAttribute(Refused.NAME, unknown ? null : new Refused(no));
        }
        return PAGE;
    }

    private static FindUnattached body(Form form) {
        var name = new PersonName();
        name.setFamily(filled(form.family()));
        name.setGiven(filled(form.given()));
        var body = new FindUnattached();
        body.setEducationId(filled(form.educationId()));
        body.setBirthName(name);
        body.setBirthPlace(filled(form.birthPlace()));
        body.setBirthDate(form.birthDate());
        return body;
    }

    private static @Nullable String filled(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
