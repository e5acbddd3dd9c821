package dev.kapu.exams;

public enum ExamLevel {
    INTERMEDIATE,
    ADVANCED
}
