package dev.kapu.systems.exams;

import dev.kapu.contract.examregistry.GetCandidate;
import dev.kapu.contract.examregistry.GetCandidateResponse;
import dev.kapu.contract.examregistry.RegisterCandidate;
import dev.kapu.contract.examregistry.RegisterCandidateResponse;
import dev.kapu.exams.ExamCandidates;
import dev.kapu.exams.ExamSession;
import dev.kapu.exams.ExamType;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractExams;
import dev.kapu.systems.ContractIdentity;
import dev.kapu.systems.ContractPersons;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Candidates of exams, whose data are not typed again (K24). */
@Component
class CandidateRegistrations {
    private final ExamCandidates candidates;

    CandidateRegistrations(ExamCandidates candidates) {
        this.candidates = candidates;
    }

    @ChangesRegistry
    public RegisterCandidateResponse register(
            RegisterCandidate request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var registered = candidates.register(
                ContractIdentity.of(request.getEducationId(), request.getName(), request.getBirthDate()),
                ExamSession.of(request.getSession()),
                ExamType.valueOf(request.getExamType().name()),
                new InstitutionCode(request.getInstitutionCode()),
                partner,
                reach);
        var answer = new RegisterCandidateResponse();
        answer.setCandidacy(ContractExams.of(registered));
        return answer;
    }

    public GetCandidateResponse find(GetCandidate request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var found =
                candidates.find(EducationId.of(request.getEducationId()), ExamSession.of(request.getSession()), reach);
        var answer = new GetCandidateResponse();
        answer.setCandidate(ContractPersons.of(found.person()));
        found.candidacies().stream().map(ContractExams::of).forEach(answer.getCandidacy()::add);
        return answer;
    }
}
