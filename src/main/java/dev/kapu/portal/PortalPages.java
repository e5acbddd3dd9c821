package dev.kapu.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class PortalPages {
    @GetMapping(PortalSecurity.SIGN_IN)
    String signIn() {
        return "institution/sign-in";
    }
}
