package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.registry.person.Person;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With what a sheet is filled, so that nothing is typed twice (K24). */
@Component
public class SheetFill {
    static final Reach APPLICANTS = new Reach(Scope.APPLICANTS_OF_THIS_PROCEDURE, null);

    private final Persons persons;
    private final Applicants applicants;
    private final AdmissionCalendar calendar;
    private final UnfiledFills unfiled;

    SheetFill(Persons persons, Applicants applicants, AdmissionCalendar calendar, UnfiledFills unfiled) {
        this.persons = persons;
        this.applicants = applicants;
        this.calendar = calendar;
        this.unfiled = unfiled;
    }

    /** @param reach with which the person was found; nothing further may be read with a wider one */
    public record Filled(Person person, Reach reach) {}

    /**
     * The admissions centre gets whoever has a sheet; by birth date, while first sheets are taken, also who has none yet, as
     * it files for them. That brings nobody into its reach.
     *
     * @param procedure in which the sheet is to be filed; needed with the birth date by who is no institution
     * @param reach everyone: the centre's
     * @throws FaultException {@code Client.Person.NotFound}, also if out of reach or born on another day; {@code
     *     Client.Person.TooManyMisses}, counted with those of {@link AdmissionSheets#submit}; {@code
     *     Client.Admissions.ProcedureUnknown}, {@code …Closed}, {@code …TooManyUnfiled}; {@code Client.Message.Invalid}
     */
    public Filled of(
            EducationId asked, @Nullable LocalDate born, @Nullable String procedure, String partner, Reach reach) {
        var within = reach.scope() == Scope.EVERYONE ? centres(asked, born, procedure, partner, reach) : reach;
        var person = persons.find(asked, within)
                .filter(found -> born == null || found.birthDate().equals(born))
                .orElseThrow(() -> new FaultException(Fault.PERSON_NOT_FOUND));
        if (within.scope() == Scope.EVERYONE && persons.find(asked, APPLICANTS).isEmpty()) {
            unfiled.require(person.educationId());
        }
        return new Filled(person, within);
    }

    private Reach centres(
            EducationId asked, @Nullable LocalDate born, @Nullable String procedure, String partner, Reach reach) {
        if (born == null && procedure == null) {
            return APPLICANTS;
        }
        if (procedure == null) {
            throw new FaultException(Fault.INVALID, "procedure");
        }
        calendar.requireOpen(calendar.procedure(procedure).sheets());
        applicants.requireBorn(asked, born, partner);
        return reach;
    }
}
