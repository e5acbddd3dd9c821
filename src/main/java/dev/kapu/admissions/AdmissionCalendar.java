package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Today;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What may be done today. */
@Component
class AdmissionCalendar {
    private final AdmissionProperties properties;
    private final Today today;

    AdmissionCalendar(AdmissionProperties properties, Today today) {
        this.properties = properties;
        this.today = today;
    }

    /** @throws FaultException {@code Client.Admissions.ProcedureUnknown} */
    AdmissionProcedure procedure(String name) {
        return configured(name).orElseThrow(() -> new FaultException(Fault.ADMISSION_PROCEDURE_UNKNOWN, "procedure"));
    }

    /** Whether the procedure's last day has not passed; one that is configured no more is over. */
    boolean isRunning(String name) {
        return configured(name)
                .filter(procedure -> !today.date().isAfter(procedure.lastDay()))
                .isPresent();
    }

    /** One that is configured no more is over, and not among them. */
    Optional<AdmissionProcedure> configured(String name) {
        return properties.procedures().stream()
                .filter(procedure -> procedure.name().equals(name))
                .findFirst();
    }

    /** When results may be corrected: longer than the procedure lasts. */
    Window corrections(AdmissionProcedure procedure) {
        return new Window(procedure.results().from(), procedure.lastDay().plus(properties.correctedFor()));
    }

    /** @throws FaultException {@code Client.Admissions.Closed}, with the days */
    void requireOpen(Window window) {
        if (!window.contains(today.date())) {
            throw new FaultException(Fault.ADMISSION_CLOSED, window.text());
        }
    }
}
