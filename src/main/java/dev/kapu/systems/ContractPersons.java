package dev.kapu.systems;

import dev.kapu.contract.person.Address;
import dev.kapu.contract.person.Person;
import dev.kapu.contract.person.PersonName;
import dev.kapu.contract.person.Sex;
import org.jspecify.annotations.Nullable;

/** Persons of the registry as the contracts write them: complete; the gate removes what is not granted. */
public final class ContractPersons {
    private ContractPersons() {}

    public static Person of(dev.kapu.registry.person.Person from) {
        var person = new Person();
        person.setEducationId(from.educationId().text());
        person.setName(name(from.name()));
        person.setBirthName(name(from.birthName()));
        person.setMotherName(name(from.motherName()));
        person.setBirthPlace(from.birthPlace());
        person.setBirthDate(from.birthDate());
        person.setSex(Sex.valueOf(from.sex().name()));
        person.setCitizenship(from.citizenship());
        person.setResidence(address(from.residence()));
        person.setStay(address(from.stay()));
        person.setSocialSecurityNumber(from.taj());
        person.setQualification(from.qualification());
        return person;
    }

    public static PersonName name(dev.kapu.registry.PersonName from) {
        var name = new PersonName();
        name.setFamily(from.family());
        name.setGiven(from.given());
        return name;
    }

    public static @Nullable Address address(dev.kapu.registry.@Nullable Address from) {
        if (from == null) {
            return null;
        }
        var address = new Address();
        address.setCountry(from.country());
        address.setPostcode(from.postcode());
        address.setSettlement(from.settlement());
        address.setStreet(from.street());
        return address;
    }
}
