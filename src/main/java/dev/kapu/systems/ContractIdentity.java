package dev.kapu.systems;

import dev.kapu.contract.person.PersonName;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.identification.Identity;
import java.time.LocalDate;

/** Who a requester says that somebody is. */
public final class ContractIdentity {
    private ContractIdentity() {}

    /** @throws FaultException {@code Client.Message.Invalid} if half of the name is missing */
    public static Identity of(String educationId, PersonName name, LocalDate birthDate) {
        if (name.getFamily() == null || name.getGiven() == null) {
            throw new FaultException(Fault.INVALID, "name");
        }
        return new Identity(
                EducationId.of(educationId),
                new dev.kapu.registry.PersonName(name.getFamily(), name.getGiven()),
                birthDate);
    }
}
