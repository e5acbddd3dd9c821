package dev.kapu.registry.master;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.Today;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what changed into the history of the master and publishes it, in the transaction of the change (K26). */
@Component
class MasterJournal {
    private final InstitutionChangeStore history;
    private final ApplicationEventPublisher events;
    private final Today today;

    MasterJournal(InstitutionChangeStore history, ApplicationEventPublisher events, Today today) {
        this.history = history;
        this.events = events;
        this.today = today;
    }

    /**
     * To be called under {@link InstitutionChangeStore#lock()}.
     *
     * @param old institution and sites as they were; empty for a new one
     * @param fields as they are now
     */
    InstitutionChange write(
            InstitutionCode code,
            String partner,
            LocalDate validFrom,
            List<SiteSerial> sites,
            Map<String, String> old,
            Map<String, String> fields) {
        var now = today.instant();
        long number = history.add(new InstitutionChangeStore.New(
                code,
                now,
                partner,
                validFrom,
                sites,
                MasterFields.differing(old, fields),
                MasterFields.differing(fields, old)));
        events.publishEvent(new InstitutionChanged(
                UUID.randomUUID(),
                now,
                Subject.ofInstitution(code.text()),
                code.text(),
                number,
                validFrom,
                sites.stream().map(SiteSerial::text).toList()));
        return history.find(number);
    }
}
