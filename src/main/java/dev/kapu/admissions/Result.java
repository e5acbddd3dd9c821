package dev.kapu.admissions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param admittedTo null: not admitted */
public record Result(@Nullable StudyPlace admittedTo, Instant publishedAt) {}
