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
        return new Identity(EducationId.of(educationId), name("name", name), birthDate);
    }

    /** @throws FaultException {@code Client.Message.Invalid} if half of the name is missing */
    public static dev.kapu.registry.PersonName name(String field, PersonName from) {
        if (from.getFamily() == null || from.getGiven() == null) {
            throw new FaultException(Fault.INVALID, field);
        }
        return new dev.kapu.registry.PersonName(from.getFamily(), from.getGiven());
    }
}
