package dev.kapu.portal;

import dev.kapu.contract.person.AffiliationType;
import dev.kapu.contract.person.Sex;
import dev.kapu.contract.submission.Address;
import dev.kapu.contract.submission.Name;
import dev.kapu.contract.submission.NewAffiliation;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.registry.PersonName;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.RegistrationRow;
import org.jspecify.annotations.Nullable;

/** A row of a workbook as the contract writes it; its reference is the row's number. */
final class ContractRows {
    private ContractRows() {}

    static RegistrationEntry of(Entry row) {
        var read = RegistrationRow.of(row);
        var person = read.person();
        var entry = new RegistrationEntry();
        entry.setReference(String.valueOf(row.row()));
        entry.setName(name(person.name()));
        entry.setBirthName(name(person.birthName()));
        entry.setMotherName(name(person.motherName()));
        entry.setBirthPlace(person.birthPlace());
        entry.setBirthDate(person.birthDate());
        entry.setSex(Sex.valueOf(person.sex().name()));
        entry.setCitizenship(person.citizenship());
        entry.setResidence(address(person.residence()));
        entry.setStay(address(person.stay()));
        entry.setSocialSecurityNumber(person.taj());
        entry.setAffiliation(affiliation(read.affiliation()));
        return entry;
    }

    private static NewAffiliation affiliation(dev.kapu.registry.affiliation.NewAffiliation from) {
        var affiliation = new NewAffiliation();
        affiliation.setSiteSerial(from.site().text());
        affiliation.setType(AffiliationType.valueOf(from.type().name()));
        affiliation.setStartDate(from.startDate());
        affiliation.setWeeklyHours(from.weeklyHours());
        affiliation.setGrade(from.grade());
        affiliation.setPost(from.post());
        return affiliation;
    }

    private static Name name(PersonName from) {
        var name = new Name();
        name.setFamily(from.family());
        name.setGiven(from.given());
        return name;
    }

    private static @Nullable Address address(dev.kapu.registry.@Nullable Address from) {
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
