package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long an institution corrects what it has reported itself: as many days as it has to report a change (K13). */
@Component
class CorrectionPeriod {
    private final RegistryProperties properties;
    private final Today today;

    CorrectionPeriod(RegistryProperties properties, Today today) {
        this.properties = properties;
        this.today = today;
    }

    /**
     * @param reportedAt null if the institution did not report it
     * @throws FaultException {@code Client.Affiliation.CorrectionTooLate}
     */
    void require(@Nullable Instant reportedAt, LocalDate day) {
        if (reportedAt == null || day.isAfter(today.dateOf(reportedAt).plusDays(properties.reportWithinDays()))) {
            throw new FaultException(Fault.CORRECTION_LATE, "corrects");
        }
    }
}
