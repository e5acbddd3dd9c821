package dev.kapu.portal;

import dev.kapu.console.SignInThrottle;
import dev.kapu.contract.credentials.RequestSecret;
import dev.kapu.contract.credentials.RequestSecretResponse;
import dev.kapu.registry.secret.SecretRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A secret for who has none (W2), and another for who has one (W5). */
@Controller
class SecretPages {
    private final SecretRequests requests;
    private final SignInThrottle throttle;
    private final GateCall gate;

    SecretPages(SecretRequests requests, SignInThrottle askingThrottle, GateCall gate) {
        this.gate = gate;
        this.requests = requests;
        this.throttle = askingThrottle;
    }

    @GetMapping(PortalSecurity.ASK)
    String page() {
        return "institution/secret";
    }

    /** Says the same whether there is such an institution or not, and revokes nothing: else anybody could lock it out. */
    @PostMapping(PortalSecurity.ASK)
    String ask(@RequestParam String institutionCode, HttpServletRequest request) {
        var code = SecretSignIn.code(institutionCode);
        if (code.isEmpty()) {
            return "redirect:" + PortalSecurity.ASK + "?invalid";
        }
        if (!throttle.admits(request.getRemoteAddr())) {
            return "redirect:" + PortalSecurity.ASK + "?locked";
        }
        requests.ask(code.get());
        return "redirect:" + PortalSecurity.ASK + "?asked";
    }

    /**
     * K18: the old secret stops at this moment, and with it this session.
     *
     * @param typed the institution's own code, so that nobody is locked out by a slip of the hand
     */
    @PostMapping("/institution/secret/replace")
    String replace(
            @AuthenticationPrincipal SignedInInstitution who,
            @RequestParam(name = "institutionCode", defaultValue = "") String typed,
            HttpServletRequest request) {
        if (!SecretSignIn.code(typed).equals(Optional.of(who.code()))) {
            return "redirect:" + PortalSecurity.HOME + "?unconfirmed";
        }
        var body = new RequestSecret();
        body.setInstitutionCode(who.getName());
        gate.ask(who, "Credentials/requestSecret", body, RequestSecretResponse.class);
        StandingSecret.end(request);
        return "redirect:" + PortalSecurity.SIGN_IN + "?replaced";
    }
}
