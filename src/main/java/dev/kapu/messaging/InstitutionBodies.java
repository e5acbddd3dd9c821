package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.events.SecretChange;
import dev.kapu.registry.master.InstitutionChanged;
import dev.kapu.registry.secret.InstitutionSecretChanged;
import java.util.List;

/** Events about institutions as {@code wsdl/events.xsd} writes them. */
final class InstitutionBodies {
    static final List<EventContract<?>> ALL = List.of(
            new EventContract<>(
                    InstitutionChanged.class, dev.kapu.contract.events.InstitutionChanged.class, InstitutionBodies::of),
            new EventContract<>(
                    InstitutionSecretChanged.class,
                    dev.kapu.contract.events.InstitutionSecretChanged.class,
                    InstitutionBodies::of));

    private InstitutionBodies() {}

    private static Object of(InstitutionChanged changed) {
        var body = new dev.kapu.contract.events.InstitutionChanged();
        body.setEventId(changed.eventId().toString());
        body.setChangeNumber(changed.change());
        body.setInstitutionCode(changed.institutionCode());
        body.getSiteSerial().addAll(changed.siteSerials());
        body.setValidFrom(changed.validFrom());
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    private static Object of(InstitutionSecretChanged changed) {
        var body = new dev.kapu.contract.events.InstitutionSecretChanged();
        body.setEventId(changed.eventId().toString());
        body.setInstitutionCode(changed.institutionCode());
        body.setChange(SecretChange.fromValue(changed.changeWord()));
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }
}
