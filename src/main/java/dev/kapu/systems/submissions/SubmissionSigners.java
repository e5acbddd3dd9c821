package dev.kapu.systems.submissions;

import dev.kapu.contract.submissions.RegisterSigner;
import dev.kapu.contract.submissions.RegisterSignerResponse;
import dev.kapu.contract.submissions.RevokeSigner;
import dev.kapu.contract.submissions.RevokeSignerResponse;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.submission.Signers;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** With which certificates the heads of institutions sign (K20). */
@Component
class SubmissionSigners {
    private final Signers signers;

    SubmissionSigners(Signers signers) {
        this.signers = signers;
    }

    @ChangesRegistry
    public RegisterSignerResponse register(
            RegisterSigner request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new RegisterSignerResponse();
        answer.setSigner(ContractSubmissions.of(signers.register(
                new InstitutionCode(request.getInstitutionCode()), request.getCertificate(), partner, reach)));
        return answer;
    }

    @ChangesRegistry
    public RevokeSignerResponse revoke(
            RevokeSigner request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new RevokeSignerResponse();
        answer.setSigner(ContractSubmissions.of(signers.revoke(
                new InstitutionCode(request.getInstitutionCode()), request.getFingerprint(), partner, reach)));
        return answer;
    }
}
