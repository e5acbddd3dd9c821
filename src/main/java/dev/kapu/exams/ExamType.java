package dev.kapu.exams;

/** Kinds of exams, and the documents that each may give. */
public enum ExamType {
    ORDINARY,
    /** Taken before the last grade is finished. */
    EARLY,
    /** In a further subject. */
    SUPPLEMENTARY,
    /** At advanced level, in a subject passed at intermediate level. */
    LEVEL_RAISING,
    /** Of who could not come or finish, through no fault of theirs. */
    DEFERRED,
    /** Of who failed. */
    RETAKE,
    /** Once more in a subject passed at the same level. */
    REPEAT;

    boolean gives(DocumentKind document) {
        return switch (this) {
            case ORDINARY -> document != DocumentKind.STATEMENT;
            case EARLY -> document == DocumentKind.EXTRACT;
            case SUPPLEMENTARY, LEVEL_RAISING, REPEAT -> document == DocumentKind.STATEMENT;
            case DEFERRED, RETAKE -> true;
        };
    }

    public String word() {
        return Words.of(this);
    }
}
