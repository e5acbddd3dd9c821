package dev.kapu.systems;

import dev.kapu.contract.exams.Candidacy;
import dev.kapu.contract.exams.DocumentKind;
import dev.kapu.contract.exams.ExamDocument;
import dev.kapu.contract.exams.ExamLevel;
import dev.kapu.contract.exams.ExamResult;
import dev.kapu.contract.exams.ExamType;
import java.time.ZoneOffset;
import java.util.List;

/** Exams as the contracts write them. */
public final class ContractExams {
    private ContractExams() {}

    public static Candidacy of(dev.kapu.exams.Candidacy from) {
        var candidacy = new Candidacy();
        candidacy.setEducationId(from.educationId().text());
        candidacy.setSession(from.session().text());
        candidacy.setExamType(ExamType.valueOf(from.type().name()));
        candidacy.setInstitutionCode(from.institution().text());
        candidacy.setRegisteredName(ContractPersons.name(from.name()));
        candidacy.setRegisteredAt(from.at().atOffset(ZoneOffset.UTC));
        if (from.withdrawal() != null) {
            candidacy.setWithdrawnAt(from.withdrawal().at().atOffset(ZoneOffset.UTC));
        }
        return candidacy;
    }

    public static ExamDocument of(dev.kapu.exams.ExamDocument from) {
        var document = new ExamDocument();
        document.setEducationId(from.educationId().text());
        document.setDocumentNumber(from.number());
        document.setDocumentKind(DocumentKind.valueOf(from.kind().name()));
        document.setSession(from.session().text());
        document.setExamType(ExamType.valueOf(from.type().name()));
        document.setInstitutionCode(from.institution().text());
        document.setRegisteredName(ContractPersons.name(from.name()));
        var version = from.version();
        document.setIssuedOn(version.issuedOn());
        from.results().stream().map(ContractExams::of).forEach(document.getResult()::add);
        document.setValid(version.valid());
        document.setDocumentVersion(version.number());
        document.setDecisionReference(version.reference());
        document.setCorrectionReason(version.reason());
        document.setRegisteredAt(version.at().atOffset(ZoneOffset.UTC));
        return document;
    }

    private static ExamResult of(dev.kapu.exams.ExamResult from) {
        var result = new ExamResult();
        result.setSubject(from.subject());
        result.setLevel(ExamLevel.valueOf(from.level().name()));
        result.setMark(from.mark());
        result.setPercent(from.percent());
        return result;
    }

    public static List<dev.kapu.exams.ExamResult> results(List<ExamResult> from) {
        return from.stream()
                .map(result -> new dev.kapu.exams.ExamResult(
                        result.getSubject(),
                        dev.kapu.exams.ExamLevel.valueOf(result.getLevel().name()),
                        result.getMark(),
                        result.getPercent()))
                .toList();
    }
}
