package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.registration.HeldPerson;
import org.springframework.stereotype.Component;

/** Identity, home and qualification of a person change (K12). */
@Component
class PersonChanges {
    private final AmendmentStore store;
    private final PossibleAmendments possible;
    private final AmendedDoubles doubles;

    PersonChanges(AmendmentStore store, PossibleAmendments possible, AmendedDoubles doubles) {
        this.store = store;
        this.possible = possible;
        this.doubles = doubles;
    }

    /** @param held as it was read before, locked */
    Changes apply(Amendment amendment, HeldPerson held) {
        var old = held.person();
        var changed = Amended.of(old, amendment);
        possible.require(amendment, old, changed, held.affiliations().all());
        if (!changed.equals(old)) {
            doubles.replace(old, changed, held.affiliations().responsible());
            store.update(changed);
        }
        var changes = new Changes(old, changed);
        if (amendment.qualification() != null) {
            qualify(held, amendment.qualification(), changes);
        }
        return changes;
    }

    private void qualify(HeldPerson held, String qualification, Changes changes) {
        var affiliations = held.affiliations();
        if (!PossibleAmendments.isStaff(affiliations.all(), affiliations.responsible())) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
        changes.add("qualification", held.person().qualification(), qualification);
        store.setQualification(affiliations.id(), qualification);
    }
}
