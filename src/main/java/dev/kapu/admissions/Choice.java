package dev.kapu.admissions;

/** @param rank 1 for the one wanted most */
public record Choice(int rank, StudyPlace place) {}
