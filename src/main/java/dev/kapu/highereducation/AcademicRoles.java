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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of students and lecturers takes over the ID that a person has: a new role gives no new ID (K3). */
@Component
public class AcademicRoles {
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
     * @throws FaultException {@code Client.Person.NotFound} for unknown and other data; {@code Client.Person.TooManyMisses}
     */
    @Transactional
    public AcademicRole adopt(Identity claimed, AcademicRole.Kind kind, String partner, Reach reach) {
        return begin(identifications.require(claimed, partner, reach).educationId(), kind, partner);
    }

    /** @param present an ID that is locked, or known to nobody else yet */
    AcademicRole begin(EducationId present, AcademicRole.Kind kind, String partner) {
        return store.lasting(ids.all(present), kind, partner)
                .orElseGet(() -> store.insert(new AcademicRole(present, kind, today.date(), null), partner))
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
