package dev.kapu.exams;

import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A session under way, and documents that exams of it give. */
public final class TestExams {
    /** The last one that has begun. */
    public static final ExamSession SESSION = begun();

    public static final PersonName NAME = new PersonName("Nagy Lászlóné Kovács", "Anna");
    public static final ExamResult MATHEMATICS = new ExamResult("matematika", ExamLevel.INTERMEDIATE, 4, 71);
    public static final ExamResult HISTORY = new ExamResult("tortenelem", ExamLevel.INTERMEDIATE, 5, 88);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestExams() {}

    private static ExamSession begun() {
        var month = YearMonth.from(TODAY);
        while (month.getMonth() != Month.MAY && month.getMonth() != Month.OCTOBER) {
            month = month.minusMonths(1);
        }
        return new ExamSession(month);
    }

    public static String number() {
        return "PT E %06d".formatted(NUMBER.getAndIncrement());
    }

    public static NewDocument document(EducationId person, DocumentKind kind, ExamType type, ExamResult... results) {
        return new NewDocument(person, number(), kind, SESSION, type, TODAY, List.of(results));
    }

    public static Correction.Right right(ExamResult... results) {
        return new Correction.Right(null, null, null, null, null, List.of(results));
    }

    public static ExamResult advanced(ExamResult result) {
        return new ExamResult(result.subject(), ExamLevel.ADVANCED, result.mark(), result.percent());
    }

    public static ExamResult failed(ExamResult result) {
        return new ExamResult(result.subject(), result.level(), 1, 11);
    }
}
