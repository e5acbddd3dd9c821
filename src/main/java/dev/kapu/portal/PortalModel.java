package dev.kapu.portal;

import dev.kapu.fault.Contact;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.institution.Institutions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page here shows: the address, and the institution that is signed in; and what the gate refused. */
@ControllerAdvice(basePackageClasses = PortalModel.class)
class PortalModel {
    private final Institutions institutions;
    private final Contact contact;
    private final ZoneId zone;

    PortalModel(Institutions institutions, Contact contact, ZoneId calendarZone) {
        this.institutions = institutions;
        this.contact = contact;
        this.zone = calendarZone;
    }

    @ModelAttribute
    void everywhere(
            HttpServletRequest request, @AuthenticationPrincipal @Nullable SignedInInstitution who, Model model) {
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("zone", zone);
        model.addAttribute("words", new PageWords(LocaleContextHolder.getLocale()));
        model.addAttribute("contact", contact);
        if (who != null) {
            model.addAttribute("institution", institutions.find(who.code()));
        }
    }

    @ExceptionHandler(FaultException.class)
    String refused(
            FaultException no,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedInInstitution who,
            Model model) {
        everywhere(request, who, model);
        model.addAttribute(Refused.NAME, new Refused(no));
        response.setStatus(Refused.status(no.fault()).value());
        return "institution/fault";
    }
}
