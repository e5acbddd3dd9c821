package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.registry.master.InstitutionChanged;
import java.util.List;

/** Events about the institution master as {@code wsdl/events.xsd} writes them. */
final class MasterBodies {
    static final List<EventContract<?>> ALL = List.of(new EventContract<>(
            InstitutionChanged.class, dev.kapu.contract.events.InstitutionChanged.class, MasterBodies::of));

    private MasterBodies() {}

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
}
