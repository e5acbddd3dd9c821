package dev.kapu.highereducation;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Identifications;
import dev.kapu.registry.identification.Identity;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of students and lecturers takes over the ID that a person has: a new role gives no new ID (K3). */
@Component
public class AcademicRoles {
    private static final int YOUNGEST = 14;

    private final AcademicRoleStore store;
    private final Identifications identifications;
    private final PresentIds ids;
    private final Today today;

    AcademicRoles(AcademicRoleStore store, Identifications identifications, PresentIds ids, Today today) {
        this.store = store;
        this.identifications = identifications;
        this.ids = ids;
        this.today = today;
    }

    /**
     * A role that lasts already is answered as it is. Of a retired ID the answer has the present one (K1).
     *
     * @param since the first day; null for today
     * @throws FaultException {@code Client.Person.NotFound} for unknown and other data; {@code
     *     Client.Person.TooManyMisses}; {@code Client.HigherEducation.DateInvalid}
     */
    @Transactional
    public AcademicRole adopt(
            Identity claimed, AcademicRole.Kind kind, @Nullable LocalDate since, String partner, Reach reach) {
        var person = identifications.require(claimed, partner, reach);
        requireStart(since, person.birthDate());
        requireAfterTheLast(since, person.educationId(), kind, partner);
        return begin(person.educationId(), kind, since, partner);
    }

    /**
     * Generous, to catch slips of the pen.
     *
     * @throws FaultException {@code Client.HigherEducation.DateInvalid} if it is after today or in childhood
     */
    void requireStart(@Nullable LocalDate since, LocalDate born) {
        if (since == null) {
            return;
        }
        if (since.isAfter(today.date())) {
            throw new FaultException(Fault.ACADEMIC_DATE_INVALID, "startDate ≤ " + today.date());
        }
        if (since.isBefore(born.plusYears(YOUNGEST))) {
            throw new FaultException(Fault.ACADEMIC_DATE_INVALID, "startDate");
        }
    }

    private void requireAfterTheLast(
            @Nullable LocalDate since, EducationId present, AcademicRole.Kind kind, String partner) {
        var all = ids.all(present);
        if (since == null || store.lasting(all, kind, partner).isPresent()) {
            return;
        }
        store.lastEnd(all, kind, partner).filter(last -> !since.isAfter(last)).ifPresent(last -> {
            throw new FaultException(Fault.ACADEMIC_DATE_INVALID, "startDate > " + last);
        });
    }

    /**
     * @param present an ID that is locked, or known to nobody else yet
     * @param since null for today
     */
    AcademicRole begin(EducationId present, AcademicRole.Kind kind, @Nullable LocalDate since, String partner) {
        var first = since == null ? today.date() : since;
        return store.lasting(ids.all(present), kind, partner)
                .orElseGet(() -> store.insert(new AcademicRole(present, kind, first, null), partner))
                .of(present);
    }

    /**
     * The person keeps the ID for life.
     *
     * @param lastDay not before the first, nor after today
     * @throws FaultException {@code Client.HigherEducation.RoleNotFound}, also if the partner has not taken it over;
     *     {@code Client.HigherEducation.DateInvalid}
     */
    @Transactional
    public AcademicRole end(EducationId asked, AcademicRole.Kind kind, LocalDate lastDay, String partner, Reach reach) {
        var day = today.date();
        var present = ids.lock(asked, reach, day)
                .orElseThrow(() -> new FaultException(Fault.ACADEMIC_ROLE_NOT_FOUND))
                .id();
        var role = store.lasting(ids.all(present), kind, partner)
                .orElseThrow(() -> new FaultException(Fault.ACADEMIC_ROLE_NOT_FOUND));
        if (lastDay.isAfter(day)) {
            throw new FaultException(Fault.ACADEMIC_DATE_INVALID, "endDate ≤ " + day);
        }
        if (lastDay.isBefore(role.since())) {
            throw new FaultException(Fault.ACADEMIC_DATE_INVALID, "endDate");
        }
        // A merger may have left another of the same kind (K1).
        for (var lasting = Optional.of(role);
                lasting.isPresent();
                lasting = store.lasting(ids.all(present), kind, partner)) {
            store.end(lasting.get(), lastDay, partner);
        }
        return new AcademicRole(present, kind, role.since(), lastDay);
    }
}
