package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.registration.Standing;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The register of higher education keeps the IDs that it has taken over or was given. */
@Component
class AcademicStanding implements Standing {
    private final AcademicRoleStore roles;

    AcademicStanding(AcademicRoleStore roles) {
        this.roles = roles;
    }

    @Override
    public Set<Scope> of(List<EducationId> all) {
        return roles.of(all).isEmpty() ? Set.of() : Set.of(Scope.IN_ACADEMIC_REGISTER);
    }
}
