package dev.kapu.systems.persons;

import dev.kapu.contract.personregistry.FindUnattached;
import dev.kapu.contract.personregistry.FindUnattachedResponse;
import dev.kapu.contract.personregistry.UnattachedPerson;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.movement.Unattached;
import dev.kapu.scope.Reach;
import java.time.ZoneOffset;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Whether a person may be taken over as responsible institution, before it is tried (K14). */
@Component
class UnattachedSearch {
    private final Unattached unattached;

    UnattachedSearch(Unattached unattached) {
        this.unattached = unattached;
    }

    public FindUnattachedResponse find(
            FindUnattached request,
            @ExchangeProperty(Reach.ASKER) String asker,
            @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var claims = PersonVerification.claims(
                request.getName(), request.getBirthName(), request.getBirthPlace(), request.getBirthDate());
        var found = unattached
                .find(EducationId.of(request.getEducationId()), claims, reach, asker)
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var reEntry = found.reEntry();
        var person = new UnattachedPerson();
        person.setEducationId(found.id().text());
        if (reEntry != null) {
            person.setUnattachedSince(reEntry.left().plusDays(1));
        }
        person.setLastUpdate(found.lastUpdate().atOffset(ZoneOffset.UTC));
        person.setMustAmend(reEntry != null && reEntry.amendBy() != null);
        var answer = new FindUnattachedResponse();
        answer.setUnattached(person);
        return answer;
    }
}
