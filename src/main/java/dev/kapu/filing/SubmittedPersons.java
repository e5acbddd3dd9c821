package dev.kapu.filing;

import dev.kapu.contract.submission.Name;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.registry.Address;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.person.NewPerson;
import org.jspecify.annotations.Nullable;

/** Persons as the contracts of submissions write them, in the registry's words. */
public final class SubmittedPersons {
    private SubmittedPersons() {}

    public static NewPerson of(RegistrationEntry from) {
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

    public static PersonName name(Name from) {
        return new PersonName(from.getFamily(), from.getGiven());
    }

    public static @Nullable Address address(dev.kapu.contract.submission.@Nullable Address from) {
        return from == null
                ? null
                : new Address(from.getCountry(), from.getPostcode(), from.getSettlement(), from.getStreet());
    }
}
