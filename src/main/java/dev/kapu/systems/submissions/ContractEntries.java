package dev.kapu.systems.submissions;

import dev.kapu.contract.submission.AffiliationEntry;
import dev.kapu.contract.submission.AmendmentEntry;
import dev.kapu.contract.submission.Name;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.filing.SubmittedPersons;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.AffiliationChange;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.amendment.Amendment.Removable;
import dev.kapu.registry.amendment.HomeChange;
import dev.kapu.registry.amendment.IdentityChange;
import dev.kapu.registry.movement.MovementReport;
import dev.kapu.submission.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as the contracts write them. */
final class ContractEntries {
    private ContractEntries() {}

    static Entry registration(RegistrationEntry from, InstitutionCode institution) {
        var begins = from.getAffiliation();
        var affiliation = new NewAffiliation(
                institution,
                new SiteSerial(begins.getSiteSerial()),
                AffiliationType.valueOf(begins.getType().name()),
                begins.getStartDate(),
                begins.getWeeklyHours(),
                begins.getGrade(),
                begins.getPost());
        return new Entry.Registration(from.getReference(), SubmittedPersons.of(from), affiliation);
    }

    static Entry change(AmendmentEntry from) {
        return Entry.about(
                from.getEducationId(),
                id -> new Entry.Change(
                        from.getReference(),
                        new Amendment(
                                id,
                                Amendment.Reason.valueOf(from.getReason().name()),
                                from.getChangedOn(),
                                identity(from),
                                new HomeChange(
                                        SubmittedPersons.address(from.getResidence()),
                                        SubmittedPersons.address(from.getStay())),
                                from.getPost(),
                                from.getQualification(),
                                affiliation(from.getAffiliation()),
                                from.getRemove().stream()
                                        .map(field -> Removable.ofField(field.value()))
                                        .collect(Collectors.toUnmodifiableSet()))));
    }

    static Entry movement(AffiliationEntry from, InstitutionCode institution) {
        return Entry.about(
                from.getEducationId(), id -> new Entry.Movement(from.getReference(), report(from, id, institution)));
    }

    private static MovementReport report(AffiliationEntry from, EducationId id, InstitutionCode institution) {
        var start = from.getStart();
        if (start != null) {
            return new MovementReport.Start(
                    id,
                    start.getBirthDate(),
                    new NewAffiliation(
                            institution,
                            new SiteSerial(start.getSiteSerial()),
                            AffiliationType.valueOf(start.getType().name()),
                            start.getStartDate(),
                            start.getWeeklyHours(),
                            start.getGrade(),
                            start.getPost()));
        }
        var end = from.getEnd();
        if (end != null) {
            return new MovementReport.End(
                    id, institution, AffiliationType.valueOf(end.getType().name()), end.getEndDate());
        }
        var move = from.getHandOver();
        return new MovementReport.HandOver(
                id,
                institution,
                move.getEndDate(),
                new NewAffiliation(
                        new InstitutionCode(move.getToInstitutionCode()),
                        new SiteSerial(move.getToSiteSerial()),
                        AffiliationType.valueOf(move.getType().name()),
                        move.getStartDate(),
                        move.getWeeklyHours(),
                        move.getGrade(),
                        move.getPost()));
    }

    private static IdentityChange identity(AmendmentEntry from) {
        var sex = from.getSex();
        return new IdentityChange(
                changed(from.getName()),
                changed(from.getBirthName()),
                changed(from.getMotherName()),
                from.getBirthPlace(),
                from.getBirthDate(),
                sex == null ? null : Sex.valueOf(sex.name()),
                from.getCitizenship(),
                from.getSocialSecurityNumber());
    }

    private static @Nullable AffiliationChange affiliation(
            dev.kapu.contract.submission.@Nullable AffiliationChange from) {
        if (from == null) {
            return null;
        }
        var type = from.getType();
        var site = from.getSiteSerial();
        return new AffiliationChange(
                type == null ? null : AffiliationType.valueOf(type.name()),
                site == null ? null : new SiteSerial(site),
                from.getWeeklyHours(),
                from.getGrade());
    }

    private static @Nullable PersonName changed(@Nullable Name from) {
        return from == null ? null : SubmittedPersons.name(from);
    }
}
