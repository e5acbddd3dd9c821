package dev.kapu.submission;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param printedEntries largest submission whose sheet shows all data (K20)
 * @param signatureWindow how old the head's electronic signature may be when it comes
 * @param postTo where signed sheets are posted, as it stands on them
 */
@Validated
@ConfigurationProperties("kapu.submissions")
record SubmissionProperties(
        @DefaultValue Authentication authentication,
        @DefaultValue("2000") @Min(1) int printedEntries,
        @DefaultValue("72h") @DurationMin(minutes = 1) Duration signatureWindow,

        @DefaultValue("Közoktatási Információs Iroda, 9001 Győr, Pf. 12.") @Pattern(regexp = ".{1,200}")
        String postTo) {
    /** Whether a submission needs a signed sheet, or the head's electronic signature instead, before it is accepted. */
    enum How {
        SHEET,
        NONE
    }

    record Authentication(
            @DefaultValue("sheet") How registration,
            @DefaultValue("sheet") How amendment,
            @DefaultValue("sheet") How affiliation) {
        How of(Purpose purpose) {
            return switch (purpose) {
                case REGISTRATION -> registration;
                case AMENDMENT -> amendment;
                case AFFILIATION -> affiliation;
            };
        }
    }
}
