package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;

/**
 * An entry of a submission from which data of a person came (K16).
 *
 * @param position from 1
 * @param outcome the word in contracts
 */
public record Source(
        String number, Form form, InstitutionCode institution, Instant receivedAt, int position, String outcome) {}
