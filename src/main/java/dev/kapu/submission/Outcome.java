package dev.kapu.submission;

/** What became of an entry. */
public enum Outcome {
    PENDING,
    REGISTERED,
    AMENDED,
    /** A start, an end or a hand-over of an affiliation took effect. */
    RECORDED,
    /** To be affiliated by ID (W4). */
    ALREADY_REGISTERED,
    IN_REVIEW,
    REFUSED,
    /** Its submission was refused or withdrawn. */
    NOT_DONE;

    boolean isFailure() {
        return this == ALREADY_REGISTERED || this == REFUSED;
    }

    boolean isEffect() {
        return this == REGISTERED || this == AMENDED || this == RECORDED || this == IN_REVIEW;
    }
}
