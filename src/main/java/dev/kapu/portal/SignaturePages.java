package dev.kapu.portal;

import dev.kapu.contract.submissions.SignSubmission;
import dev.kapu.contract.submissions.SignSubmissionResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The head signs a submission without paper (K20): what is signed is fetched, and the signature brought. */
@Controller
class SignaturePages {
    private static final int LARGEST = 65_536;

    private final GateCall gate;

    SignaturePages(GateCall gate) {
        this.gate = gate;
    }

    @GetMapping(SubmissionPages.ONE + "/canonical-form")
    ResponseEntity<Resource> canonicalForm(
            @AuthenticationPrincipal SignedInInstitution who, @PathVariable String number) {
        var form = new CanonicalFormParts(gate, who, number);
        return Downloads.of(number + ".json", "application/json", new InputStreamResource(form));
    }

    @PostMapping(SubmissionPages.ONE + "/signature")
    String sign(
            @AuthenticationPrincipal SignedInInstitution who,
            @PathVariable String number,
            @RequestParam MultipartFile file)
            throws IOException {
        if (file.isEmpty() || file.getSize() > LARGEST) {
            throw new FaultException(Fault.HEAD_SIGNATURE_INVALID);
        }
        var body = new SignSubmission();
        body.setSubmissionNumber(number);
        body.setSignature(file.getBytes());
        var signed = gate.ask(who, "Submissions/signSubmission", body, SignSubmissionResponse.class)
                .getSubmission();
        return "redirect:" + SubmissionPages.SUBMISSIONS + "/" + signed.getSubmissionNumber() + "?signed";
    }
}
