package dev.kapu.systems.admissions;

import dev.kapu.admissions.AdmissionResults;
import dev.kapu.admissions.Result;
import dev.kapu.admissions.ResultCorrections;
import dev.kapu.admissions.StudyArea;
import dev.kapu.admissions.StudyPlace;
import dev.kapu.contract.admission.Outcome;
import dev.kapu.contract.admissions.CorrectResult;
import dev.kapu.contract.admissions.CorrectResultResponse;
import dev.kapu.contract.admissions.PublishResult;
import dev.kapu.contract.admissions.PublishResultResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAdmissions;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The admissions centre says who is admitted where, and puts right what it has said. */
@Component
class ResultPublication {
    private final AdmissionResults results;
    private final ResultCorrections corrections;

    ResultPublication(AdmissionResults results, ResultCorrections corrections) {
        this.results = results;
        this.corrections = corrections;
    }

    @ChangesRegistry
    public PublishResultResponse publish(
            PublishResult request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var place = place(request.getOutcome(), request.getAdmittedTo());
        var published = results.publish(
                EducationId.of(request.getEducationId()), request.getSheetNumber(), place, partner, reach);
        var answer = new PublishResultResponse();
        answer.setSheet(ContractAdmissions.sheet(published.educationId(), published.sheet()));
        return answer;
    }

    @ChangesRegistry
    public CorrectResultResponse correct(
            CorrectResult request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var corrected = corrections.correct(
                EducationId.of(request.getEducationId()),
                request.getSheetNumber(),
                place(request.getOutcome(), request.getAdmittedTo()),
                new Result.Decision(request.getDecisionReference(), request.getCorrectionReason()),
                partner,
                reach);
        var answer = new CorrectResultResponse();
        answer.setSheet(ContractAdmissions.sheet(corrected.educationId(), corrected.sheet()));
        return answer;
    }

    private static @Nullable StudyPlace place(Outcome outcome, dev.kapu.contract.admission.@Nullable StudyPlace from) {
        if ((outcome == Outcome.ADMITTED) != (from != null)) {
            throw new FaultException(Fault.PLACE_NOT_CHOSEN, "admittedTo");
        }
        return from == null
                ? null
                : new StudyPlace(new InstitutionCode(from.getInstitutionCode()), new StudyArea(from.getStudyArea()));
    }
}
