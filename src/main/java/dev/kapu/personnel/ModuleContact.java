package dev.kapu.personnel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the module answers as a whole, whichever node asks it.
 *
 * @param answeredAt when it last answered; null if never
 * @param failure why the latest failure came about, and when; null if none ever did
 * @param silentSince null while it answers
 * @param peaceUntil until when it is not asked; may lie in the past
 * @param unanswered institutions for which the latest attempt brought no answer
 */
public record ModuleContact(
        @Nullable Instant answeredAt,
        @Nullable String failure,
        @Nullable Instant failedAt,
        @Nullable Instant silentSince,
        @Nullable Instant peaceUntil,
        int unanswered) {}
