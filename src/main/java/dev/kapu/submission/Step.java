package dev.kapu.submission;

enum Step {
    AUTHENTICATE,
    ACCEPT,
    REFUSE,
    WITHDRAW
}
