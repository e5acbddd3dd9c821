package dev.kapu.admissions;

import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A procedure that an administrator has prolonged lasts longer also for those who filed before; for nobody else, though
 * another may have begun on the same day.
 */
@Component
class Prolongation {
    private final AdmissionProperties properties;
    private final AdmissionSheetStore sheets;
    private final ParticipationStore participations;

    Prolongation(AdmissionProperties properties, AdmissionSheetStore sheets, ParticipationStore participations) {
        this.properties = properties;
        this.sheets = sheets;
        this.participations = participations;
    }

    @EventListener(ApplicationStartedEvent.class)
    void prolong() {
        for (var procedure : properties.procedures()) {
            participations.prolong(
                    sheets.applicants(procedure.name()),
                    Procedure.SECONDARY_ADMISSION,
                    procedure.firstDay(),
                    procedure.lastDay());
        }
    }
}
