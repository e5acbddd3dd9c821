package dev.kapu.submission;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param position from 1
 * @param educationId of who was registered or amended
 */
public record EntryOutcome(
        int position,
        @Nullable String reference,
        Outcome outcome,
        @Nullable EducationId educationId,
        List<Finding> findings) {}
