package dev.kapu.portal;

import static dev.kapu.portal.TypedText.stripped;

import dev.kapu.contract.personregistry.GetSubjectFile;
import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import dev.kapu.fault.FaultException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What is held about a person who asks for it in writing, and who looked at it (K27). */
@Controller
class SubjectFilePages {
    private static final String FILE = "/institution/subject-file";
    private static final String PAGE = "institution/subject-file";

    private final GateCall gate;
    private final ZoneId zone;

    SubjectFilePages(GateCall gate, ZoneId calendarZone) {
        this.gate = gate;
        this.zone = calendarZone;
    }

    /**
     * Hazard: of a person; it comes by POST, so that no address and no log holds it.
     *
     * @param before the last look shown so far; null for the whole file
     */
    record Form(
            @Nullable String educationId,
            @Nullable String requestReference,
            @Nullable Long before) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping(FILE)
    String form(Model model) {
        model.addAttribute("form", new Form(null, null, null));
        return PAGE;
    }

    @PostMapping(FILE)
    String find(
            @AuthenticationPrincipal SignedInInstitution who,
            @ModelAttribute("form") Form form,
            Locale language,
            Model model) {
        try {
            var body = new GetSubjectFile();
            body.setEducationId(stripped(form.educationId()));
            body.setInstitutionCode(who.getName());
            body.setRequestReference(stripped(form.requestReference()));
            body.setDisclosuresBefore(form.before());
            var answer = gate.ask(who, "PersonRegistry/getSubjectFile", body, GetSubjectFileResponse.class);
            model.addAttribute("file", new HeldFileReader(language).read(answer));
            model.addAttribute("held", new HeldWords(language, zone));
        } catch (FaultException no) {
            model.addAttribute(Refused.NAME, new Refused(no));
        }
        return PAGE;
    }
}
