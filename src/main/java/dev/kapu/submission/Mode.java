package dev.kapu.submission;

/** How a form was filled (K19); offline and by hand, all its data are printed (K20). */
public enum Mode {
    INTERNET,
    OFFLINE,
    BY_HAND
}
