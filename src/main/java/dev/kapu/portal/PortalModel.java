package dev.kapu.portal;

import dev.kapu.registry.Institutions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page here shows: the address, and the institution that is signed in. */
@ControllerAdvice(basePackageClasses = PortalModel.class)
class PortalModel {
    private final Institutions institutions;

    PortalModel(Institutions institutions) {
        this.institutions = institutions;
    }

    @ModelAttribute
    void everywhere(
            HttpServletRequest request, @AuthenticationPrincipal @Nullable SignedInInstitution who, Model model) {
        model.addAttribute("here", request.getRequestURI());
        if (who != null) {
            model.addAttribute("institution", institutions.find(who.code()));
        }
    }
}
