package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.registration.Standing;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The personnel module keeps the IDs of those whom it has reported; what may be about somebody else counts for nothing. */
@Component
class StaffStanding implements Standing {
    private final PersonnelFile file;

    StaffStanding(PersonnelFile file) {
        this.file = file;
    }

    @Override
    public Set<Scope> of(List<EducationId> all) {
        return file.about(all).isEmpty() ? Set.of() : Set.of(Scope.STAFF);
    }
}
