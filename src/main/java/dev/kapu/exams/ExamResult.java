package dev.kapu.exams;

/**
 * @param subject its code in the exam registry's list
 * @param mark 1 to 5, of which 1 is a fail
 * @param percent 0 to 100
 */
public record ExamResult(String subject, ExamLevel level, int mark, int percent) {
    boolean isPassed() {
        return mark > 1;
    }

    /** Hazard: must not show a result, or it would reach a log line. */
    @Override
    public String toString() {
        return "ExamResult";
    }
}
