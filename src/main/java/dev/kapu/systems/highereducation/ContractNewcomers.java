package dev.kapu.systems.highereducation;

import static dev.kapu.filing.SubmittedPersons.address;
import static dev.kapu.filing.SubmittedPersons.name;

import dev.kapu.contract.highereducationregistry.Newcomer;
import dev.kapu.registry.Sex;
import dev.kapu.registry.person.NewPerson;

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
}
