package dev.kapu.systems.exams;

import dev.kapu.contract.examregistry.RegisterCertificate;
import dev.kapu.contract.examregistry.RegisterCertificateResponse;
import dev.kapu.contract.examregistry.RegisterExtract;
import dev.kapu.contract.examregistry.RegisterExtractResponse;
import dev.kapu.contract.examregistry.RegisterStatement;
import dev.kapu.contract.examregistry.RegisterStatementResponse;
import dev.kapu.contract.exams.ExamDocument;
import dev.kapu.contract.exams.NewDocument;
import dev.kapu.exams.DocumentKind;
import dev.kapu.exams.ExamDocuments;
import dev.kapu.exams.ExamSession;
import dev.kapu.exams.ExamType;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractExams;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Certificates, extracts and statements (K4). */
@Component
class DocumentRegistrations {
    private final ExamDocuments documents;

    DocumentRegistrations(ExamDocuments documents) {
        this.documents = documents;
    }

    @ChangesRegistry
    public RegisterCertificateResponse certificate(
            RegisterCertificate request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new RegisterCertificateResponse();
        answer.setDocument(
                register(request.getEducationId(), DocumentKind.CERTIFICATE, request.getDocument(), partner, reach));
        return answer;
    }

    @ChangesRegistry
    public RegisterExtractResponse extract(
            RegisterExtract request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new RegisterExtractResponse();
        answer.setDocument(
                register(request.getEducationId(), DocumentKind.EXTRACT, request.getDocument(), partner, reach));
        return answer;
    }

    @ChangesRegistry
    public RegisterStatementResponse statement(
            RegisterStatement request,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new RegisterStatementResponse();
        answer.setDocument(
                register(request.getEducationId(), DocumentKind.STATEMENT, request.getDocument(), partner, reach));
        return answer;
    }

    private ExamDocument register(
            String educationId, DocumentKind kind, NewDocument document, String partner, Reach reach) {
        return ContractExams.of(documents.register(
                new dev.kapu.exams.NewDocument(
                        EducationId.of(educationId),
                        document.getDocumentNumber(),
                        kind,
                        ExamSession.of(document.getSession()),
                        ExamType.valueOf(document.getExamType().name()),
                        document.getIssuedOn(),
                        ContractExams.results(document.getResult())),
                partner,
                reach));
    }
}
