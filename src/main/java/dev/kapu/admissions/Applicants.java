package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.identification.Misses;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose sheets may be changed, and by whom. */
@Component
class Applicants {
    private static final Set<AffiliationType> PUPILS =
            EnumSet.of(AffiliationType.COMPULSORY_STUDENT, AffiliationType.STUDENT);

    private final PersonStore persons;
    private final AffiliationStore affiliations;
    private final AdmissionSheetStore sheets;
    private final PresentIds ids;
    private final Misses misses;
    private final Today today;

    Applicants(
            PersonStore persons,
            AffiliationStore affiliations,
            AdmissionSheetStore sheets,
            PresentIds ids,
            AdmissionProperties properties,
            Today today) {
        this.persons = persons;
        this.affiliations = affiliations;
        this.sheets = sheets;
        this.ids = ids;
        this.misses = new Misses("kapu.admissions.misses-a-day", properties.missesADay(), today);
        this.today = today;
    }

    /**
     * An institution files only for its own pupils.
     *
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach; {@code Client.Affiliation.NotFound} if
     *     the institution of the reach does not teach the person
     */
    Applicant locked(EducationId asked, Reach reach) {
        var day = today.date();
        var locked = ids.lock(asked, reach, day).orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        var id = locked.id();
        var held = affiliations.of(id, HeldAffiliations.EVERYONE, day);
        if (reach.institution() != null && !isPupil(held, reach.institution(), day)) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
        var person = persons.findWithin(id, HeldAffiliations.EVERYONE, day).orElseThrow();
        return new Applicant(id, person.name(), person.birthDate(), asPupil(locked, held, day), sheets.of(ids.all(id)));
    }

    /**
     * As {@link #locked(EducationId, Reach)}, of a sheet that the person has: it leads to them when their procedure is over,
     * too, and to nobody else.
     */
    Applicant lockedBySheet(EducationId asked, String number, Reach reach) {
        var filed = sheets.of(ids.all(ids.current(asked))).stream()
                .anyMatch(sheet -> sheet.number().equals(number));
        return locked(asked, filed || reach.scope() != Scope.EVERYONE ? reach : SheetFill.APPLICANTS);
    }

    /** Whether the institution teaches the person today; an employer learns nothing of admissions (K21). */
    boolean isPupil(EducationId present, String institution) {
        var day = today.date();
        return isPupil(affiliations.of(present, HeldAffiliations.EVERYONE, day), institution, day);
    }

    private static boolean isPupil(List<Affiliation> held, String institution, LocalDate day) {
        return held.stream()
                .anyMatch(one -> one.institution().text().equals(institution)
                        && PUPILS.contains(one.type())
                        && one.isOpenOn(day));
    }

    /** With the institutions that teach them only; nobody answers who does not. */
    private static Subject asPupil(PresentIds.Locked person, List<Affiliation> held, LocalDate day) {
        var taught = held.stream().filter(one -> PUPILS.contains(one.type())).toList();
        var answering = person.responsible();
        var teaches = answering != null && isPupil(taught, answering, day);
        return new HeldAffiliations(person.id(), teaches ? answering : null, taught, day).subject();
    }

    /**
     * Somebody who applies without a school is known by ID and birth date, which nobody may find out by trying (ADR 17).
     *
     * @throws FaultException {@code Client.Person.NotFound} for an unknown person and for another date alike;
     *     {@code Client.Person.TooManyMisses}; {@code Client.Message.Invalid} without a date
     */
    void requireBorn(EducationId asked, @Nullable LocalDate born, String partner) {
        if (born == null) {
            throw new FaultException(Fault.INVALID, "birthDate");
        }
        switch (misses.ask(partner, asked, () -> persons.isBorn(ids.current(asked), born))) {
            case FOUND -> {}
            case TOO_MANY -> throw new FaultException(Fault.PERSON_MISSES);
            case NOBODY -> throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
    }
}
