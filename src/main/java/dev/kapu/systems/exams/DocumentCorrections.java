package dev.kapu.systems.exams;

import dev.kapu.contract.examregistry.CorrectDocument;
import dev.kapu.contract.examregistry.CorrectDocumentResponse;
import dev.kapu.contract.examregistry.GetDocument;
import dev.kapu.contract.examregistry.GetDocumentResponse;
import dev.kapu.exams.Correction;
import dev.kapu.exams.Correction.Effect;
import dev.kapu.exams.Correction.Right;
import dev.kapu.exams.ExamDocuments;
import dev.kapu.exams.ExamRecords;
import dev.kapu.exams.ExamSession;
import dev.kapu.exams.ExamType;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractExams;
import dev.kapu.systems.ContractIdentity;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** A document is corrected by a decision, and keeps its earlier versions. */
@Component
class DocumentCorrections {
    private final ExamDocuments documents;
    private final ExamRecords records;

    DocumentCorrections(ExamDocuments documents, ExamRecords records) {
        this.documents = documents;
        this.records = records;
    }

    @ChangesRegistry
    public CorrectDocumentResponse correct(
            CorrectDocument request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var correction = new Correction(
                request.getDocumentNumber(),
                request.getDecisionReference(),
                request.getCorrectionReason(),
                effect(request),
                right(request));
        var answer = new CorrectDocumentResponse();
        answer.setDocument(ContractExams.of(documents.correct(correction, partner, reach)));
        return answer;
    }

    private static Right right(CorrectDocument request) {
        var name = request.getRegisteredName();
        var session = request.getSession();
        var type = request.getExamType();
        var institution = request.getInstitutionCode();
        return new Right(
                name == null ? null : ContractIdentity.name("registeredName", name),
                session == null ? null : ExamSession.of(session),
                type == null ? null : ExamType.valueOf(type.name()),
                institution == null ? null : new InstitutionCode(institution),
                request.getIssuedOn(),
                ContractExams.results(request.getResult()));
    }

    private static Effect effect(CorrectDocument request) {
        if (Boolean.TRUE.equals(request.isAnnul())) {
            return Effect.ANNULLED;
        }
        return Boolean.TRUE.equals(request.isReinstate()) ? Effect.REINSTATED : Effect.CORRECTED;
    }

    public GetDocumentResponse find(GetDocument request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new GetDocumentResponse();
        records.versions(request.getDocumentNumber(), reach).stream()
                .map(ContractExams::of)
                .forEach(answer.getDocument()::add);
        return answer;
    }
}
