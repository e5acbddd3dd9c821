package dev.kapu.systems.idcards;

import dev.kapu.contract.idcards.VerifySite;
import dev.kapu.contract.idcards.VerifySiteResponse;
import dev.kapu.contract.institution.SiteVerification;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.institution.Institutions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the institution really has a site in the settlement on the request (K23, W8). */
@Component
class CardSites {
    private final Institutions institutions;

    CardSites(Institutions institutions) {
        this.institutions = institutions;
    }

    public VerifySiteResponse verify(VerifySite request) {
        var site = institutions.siteInSettlement(
                new InstitutionCode(request.getInstitutionCode()),
                request.getSettlement(),
                Optional.ofNullable(request.getSiteSerial())
                        .map(SiteSerial::new)
                        .orElse(null));
        var verification = new SiteVerification();
        verification.setConfirmed(site.isPresent());
        site.ifPresent(found -> {
            verification.setSiteSerial(found.serial().text());
            verification.setSettlement(found.address().settlement());
        });
        var answer = new VerifySiteResponse();
        answer.setVerification(verification);
        return answer;
    }
}
