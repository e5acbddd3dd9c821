package dev.kapu.systems.highereducation;

import dev.kapu.contract.highereducationadmissions.Application;
import dev.kapu.contract.highereducationadmissions.GetApplicant;
import dev.kapu.contract.highereducationadmissions.GetApplicantResponse;
import dev.kapu.contract.highereducationadmissions.RegisterApplicant;
import dev.kapu.contract.highereducationadmissions.RegisterApplicantResponse;
import dev.kapu.contract.highereducationadmissions.WithdrawApplicant;
import dev.kapu.contract.highereducationadmissions.WithdrawApplicantResponse;
import dev.kapu.exams.ExamRecords;
import dev.kapu.highereducation.AdmissionRound;
import dev.kapu.highereducation.UniversityApplicants;
import dev.kapu.highereducation.UniversityApplication;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractExams;
import dev.kapu.systems.ContractIdentity;
import dev.kapu.systems.ContractPersons;
import java.time.ZoneOffset;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Applicants to higher education, whose data and results are not typed again (K24). */
@Component
class HigherEducationApplicants {
    private final UniversityApplicants applicants;
    private final ExamRecords records;

    HigherEducationApplicants(UniversityApplicants applicants, ExamRecords records) {
        this.applicants = applicants;
        this.records = records;
    }

    @ChangesRegistry
    public RegisterApplicantResponse register(
            RegisterApplicant request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var registered = applicants.register(
                ContractIdentity.of(request.getEducationId(), request.getName(), request.getBirthDate()),
                AdmissionRound.of(request.getAdmissionRound()),
                partner,
                reach);
        var application = contract(registered);
        application.setReachedUntil(applicants.lastDay(registered.round()));
        var answer = new RegisterApplicantResponse();
        answer.setApplication(application);
        return answer;
    }

    public GetApplicantResponse find(GetApplicant request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var person = applicants.find(
                EducationId.of(request.getEducationId()), AdmissionRound.of(request.getAdmissionRound()), reach);
        var answer = new GetApplicantResponse();
        answer.setApplicant(ContractPersons.of(person));
        records.of(person.educationId(), reach).stream().map(ContractExams::of).forEach(answer.getDocument()::add);
        return answer;
    }

    @ChangesRegistry
    public WithdrawApplicantResponse withdraw(
            WithdrawApplicant request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var withdrawn = applicants.withdraw(
                EducationId.of(request.getEducationId()),
                AdmissionRound.of(request.getAdmissionRound()),
                partner,
                reach);
        var answer = new WithdrawApplicantResponse();
        answer.setApplication(contract(withdrawn));
        return answer;
    }

    private static Application contract(UniversityApplication from) {
        var application = new Application();
        application.setEducationId(from.educationId().text());
        application.setAdmissionRound(from.round().text());
        application.setRegisteredAt(from.at().atOffset(ZoneOffset.UTC));
        if (from.withdrawal() != null) {
            application.setWithdrawnAt(from.withdrawal().at().atOffset(ZoneOffset.UTC));
        }
        return application;
    }
}
