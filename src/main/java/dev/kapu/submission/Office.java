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

    static boolean is(Reach reach) {
        return reach.equals(REACH);
    }

    /** @throws FaultException {@code Client.Permission.NotPermitted} */
    static void require(Reach reach) {
        if (!is(reach)) {
            throw new FaultException(Fault.NOT_PERMITTED);
        }
    }

    /**
     * The Office enters what came on paper, filled by hand, and nothing else (K19).
     *
     * @throws FaultException {@code Client.Permission.RepresentationRefused}
     */
    static void requireMaySubmit(Reach reach, Order order) {
        requireMayAsk(reach, order.institution());
        if (is(reach) && order.form().mode() != Mode.BY_HAND) {
            throw new FaultException(Fault.REPRESENTATION_REFUSED, "mode");
        }
    }

    /** @throws FaultException {@code Client.Permission.RepresentationRefused} */
    static void requireMayAsk(Reach reach, InstitutionCode institution) {
        if (!is(reach) && !institution.text().equals(reach.institution())) {
            throw new FaultException(Fault.REPRESENTATION_REFUSED, "institutionCode");
        }
    }
}
