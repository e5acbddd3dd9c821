package dev.kapu.portal;

import dev.kapu.console.SignInThrottle;
import dev.kapu.contract.credentials.RequestSecret;
import dev.kapu.contract.credentials.RequestSecretResponse;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.secret.SecretRequests;
import jakarta.servlet.http.HttpServletRequest;
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
        var code = institutionCode.strip();
        if (!SecretSignIn.CODE.matcher(code).matches()) {
            return "redirect:" + PortalSecurity.ASK + "?invalid";
        }
        if (!throttle.admits(request.getRemoteAddr())) {
            return "redirect:" + PortalSecurity.ASK + "?locked";
        }
        requests.ask(new InstitutionCode(code));
        return "redirect:" + PortalSecurity.ASK + "?asked";
    }

    /** K18: the old secret stops at this moment, and with it this session. */
    @PostMapping("/institution/secret/replace")
    String replace(@AuthenticationPrincipal SignedInInstitution who, HttpServletRequest request) {
        var body = new RequestSecret();
        body.setInstitutionCode(who.getName());
        gate.ask(who, "Credentials/requestSecret", body, RequestSecretResponse.class);
        StandingSecret.end(request);
        return "redirect:" + PortalSecurity.SIGN_IN + "?replaced";
    }
}
