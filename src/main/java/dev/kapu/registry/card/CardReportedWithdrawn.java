package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import java.time.LocalDate;

/** Published as a Spring event inside the transaction in which the card office reports that it has withdrawn a card. */
public record CardReportedWithdrawn(
        EducationId holder, InstitutionCode institution, CardNumber number, LocalDate withdrawnOn) {}
