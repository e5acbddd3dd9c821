package dev.kapu.admissions;

import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A procedure that an administrator has prolonged lasts longer also for those who filed before. */
@Component
class Prolongation {
    private final AdmissionProperties properties;
    private final ParticipationStore participations;

    Prolongation(AdmissionProperties properties, ParticipationStore participations) {
        this.properties = properties;
        this.participations = participations;
    }

    @EventListener(ApplicationStartedEvent.class)
    void prolong() {
        for (var procedure : properties.procedures()) {
            participations.prolong(Procedure.SECONDARY_ADMISSION, procedure.firstDay(), procedure.lastDay());
        }
    }
}
