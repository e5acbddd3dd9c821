package dev.kapu.systems.submissions;

import dev.kapu.contract.submission.Address;
import dev.kapu.contract.submission.AffiliationChange;
import dev.kapu.contract.submission.AmendmentEntry;
import dev.kapu.contract.submission.Name;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.amendment.Amendment.Removable;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.submission.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as the contracts write them. */
final class ContractEntries {
    private ContractEntries() {}

    static Entry registration(RegistrationEntry from, InstitutionCode institution) {
        var person = new NewPerson(
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
        var begins = from.getAffiliation();
        var affiliation = new NewAffiliation(
                institution,
                new SiteSerial(begins.getSiteSerial()),
                AffiliationType.valueOf(begins.getType().name()),
                begins.getStartDate(),
                begins.getWeeklyHours(),
                begins.getGrade(),
                begins.getPost());
        return new Entry.Registration(from.getReference(), person, affiliation);
    }

    static Entry change(AmendmentEntry from) {
        var sex = from.getSex();
        return new Entry.Change(
                from.getReference(),
                new Amendment(
                        EducationId.of(from.getEducationId()),
                        Amendment.Reason.valueOf(from.getReason().name()),
                        from.getChangedOn(),
                        changed(from.getName()),
                        changed(from.getBirthName()),
                        changed(from.getMotherName()),
                        from.getBirthPlace(),
                        from.getBirthDate(),
                        sex == null ? null : Sex.valueOf(sex.name()),
                        from.getCitizenship(),
                        address(from.getResidence()),
                        address(from.getStay()),
                        from.getSocialSecurityNumber(),
                        from.getPost(),
                        from.getQualification(),
                        affiliation(from.getAffiliation()),
                        from.getRemove().stream()
                                .map(field -> Removable.ofField(field.value()))
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private static Amendment.@Nullable AffiliationChange affiliation(@Nullable AffiliationChange from) {
        if (from == null) {
            return null;
        }
        var type = from.getType();
        var site = from.getSiteSerial();
        return new Amendment.AffiliationChange(
                type == null ? null : AffiliationType.valueOf(type.name()),
                site == null ? null : new SiteSerial(site),
                from.getWeeklyHours(),
                from.getGrade());
    }

    private static @Nullable PersonName changed(@Nullable Name from) {
        return from == null ? null : name(from);
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
