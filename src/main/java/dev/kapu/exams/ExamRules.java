package dev.kapu.exams;

import dev.kapu.exams.Correction.Effect;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** Which exam gives which document, and what must be there before. */
final class ExamRules {
    private ExamRules() {}

    /**
     * @param others valid documents of the person
     * @throws FaultException {@code Client.Exam.DocumentRefused}, {@code …CertificateHeld}, {@code …NothingEarlier}
     */
    static void requireKind(ExamDocument document, List<ExamDocument> others) {
        requireGiven(document);
        var kind = document.kind();
        if (kind == DocumentKind.CERTIFICATE
                && others.stream().anyMatch(other -> other.kind() == DocumentKind.CERTIFICATE)) {
            throw new FaultException(Fault.EXAM_CERTIFICATE_HELD); // K4: one for life
        }
        if (kind == DocumentKind.STATEMENT
                && others.stream().allMatch(other -> other.kind() == DocumentKind.STATEMENT)) {
            throw new FaultException(Fault.EXAM_NOTHING_EARLIER);
        }
    }

    /** @throws FaultException {@code Client.Exam.DocumentRefused}: no exam of this type gives it */
    static void requireGiven(ExamDocument document) {
        if (!document.type().gives(document.kind())) {
            throw new FaultException(Fault.EXAM_DOCUMENT_REFUSED, "examType");
        }
    }

    /** @throws FaultException {@code Client.Exam.DateInvalid} */
    static void requireDay(LocalDate issuedOn, ExamSession session, LocalDate today) {
        if (issuedOn.isBefore(session.first()) || issuedOn.isAfter(today)) {
            throw new FaultException(Fault.EXAM_DATE_INVALID, "issuedOn");
        }
    }

    /** @throws FaultException {@code Client.Exam.Annulled}; {@code Client.Message.Invalid} of what is worth something anyway */
    static void requireValidity(ExamDocument document, Effect effect) {
        var reinstated = effect == Effect.REINSTATED;
        if (document.version().valid() && reinstated) {
            throw new FaultException(Fault.INVALID, "reinstate");
        }
        if (!document.version().valid() && !reinstated) {
            throw new FaultException(Fault.EXAM_ANNULLED);
        }
    }

    /**
     * @param earlier valid documents of the person that were registered before
     * @throws FaultException {@code Client.Exam.NotPassed}, {@code …SubjectRefused}
     */
    static void requireResults(ExamDocument document, List<ExamDocument> earlier) {
        if (document.kind() != DocumentKind.EXTRACT
                && !document.results().stream().allMatch(ExamResult::isPassed)) {
            throw new FaultException(Fault.EXAM_NOT_PASSED, "mark");
        }
        var passed = earlier.stream()
                .flatMap(other -> other.results().stream())
                .filter(ExamResult::isPassed)
                .toList();
        var subjects = new HashSet<String>();
        for (var result : document.results()) {
            if (!subjects.add(result.subject()) || !fits(document.type(), result, passed)) {
                throw new FaultException(Fault.EXAM_SUBJECT_REFUSED, "subject");
            }
        }
    }

    private static boolean fits(ExamType type, ExamResult result, List<ExamResult> passed) {
        var sameSubject = passed.stream()
                .filter(earlier -> earlier.subject().equals(result.subject()))
                .map(ExamResult::level)
                .toList();
        return switch (type) {
            case SUPPLEMENTARY -> sameSubject.isEmpty();
            case REPEAT -> sameSubject.contains(result.level());
            case LEVEL_RAISING -> result.level() == ExamLevel.ADVANCED && sameSubject.contains(ExamLevel.INTERMEDIATE);
            case ORDINARY, EARLY, DEFERRED, RETAKE -> true;
        };
    }
}
