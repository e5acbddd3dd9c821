package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;

/** Who sees a submission: the institution that is represented, and the Office, whose reach is bound to none. */
final class Office {
    static final Reach REACH = new Reach(Scope.EVERYONE, null);

    private Office() {}

    /** @throws FaultException {@code Client.Permission.NotPermitted} */
    static void require(Reach reach) {
        if (!reach.equals(REACH)) {
            throw new FaultException(Fault.NOT_PERMITTED);
        }
    }

    /** @throws FaultException {@code Client.Permission.RepresentationRefused} */
    static void requireSpeaksFor(Reach reach, InstitutionCode institution) {
        if (!institution.text().equals(reach.institution())) {
            throw new FaultException(Fault.REPRESENTATION_REFUSED, "institutionCode");
        }
    }
}
