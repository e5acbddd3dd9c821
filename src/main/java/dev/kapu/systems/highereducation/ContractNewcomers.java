package dev.kapu.systems.highereducation;

import dev.kapu.contract.highereducationregistry.Newcomer;
import dev.kapu.contract.submission.Address;
import dev.kapu.contract.submission.Name;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.person.NewPerson;
import org.jspecify.annotations.Nullable;

/** Who has no ID, as the contract writes them. */
final class ContractNewcomers {
    private ContractNewcomers() {}

    static NewPerson person(Newcomer from) {
        return new NewPerson(
                name(from.getName()),
                name(from.getBirthName()),
                name(from.getMotherName()),
                from.getBirthPlace(),
                from.getBirthDate(),
                Sex.valueOf(from.getSex().name()),
                from.getCitizenship(),
                address(from.getResidence()),
                address(from.getStay()),
                from.getSocialSecurityNumber());
    }

    private static PersonName name(Name from) {
        return new PersonName(from.getFamily(), from.getGiven());
    }

    private static dev.kapu.registry.@Nullable Address address(@Nullable Address from) {
        return from == null
                ? null
                : new dev.kapu.registry.Address(
                        from.getCountry(), from.getPostcode(), from.getSettlement(), from.getStreet());
    }
}
