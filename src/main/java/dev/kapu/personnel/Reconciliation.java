package dev.kapu.personnel;

import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.movement.Affiliations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the registry's staff with the module's own lists and keeps the differences; nobody's affiliation changes by it
 * (E4: errors are mended in the module). While the module is asked, no connection to the database is held.
 */
@Component
public class Reconciliation {
    private static final int MOST = 500;

    private final ComparisonStore store;
    private final Affiliations affiliations;
    private final Today today;

    Reconciliation(ComparisonStore store, Affiliations affiliations, Today today) {
        this.store = store;
        this.affiliations = affiliations;
        this.today = today;
    }

    /** @return whether the module gave an answer that can be trusted; else what was found before stays */
    public boolean compare(StaffModule module, InstitutionCode institution) {
        var day = today.date();
        try {
            var there = module.listStaff(institution, day);
            store.compared(institution, day, StaffComparison.of(here(institution, day), there));
            return true;
        } catch (Failed failed) {
            store.failed(institution, failed.failure(), today.instant());
            return false;
        }
    }

    public Optional<Comparison> of(InstitutionCode institution) {
        return store.find(institution);
    }

    /** Of those who differ or whom the module did not answer for, the worst first. */
    public List<Comparison> notable() {
        return store.notable(MOST);
    }

    public List<Difference> differences(InstitutionCode institution) {
        return store.differences(institution);
    }

    private List<Affiliation> here(InstitutionCode institution, LocalDate day) {
        var staff = new ArrayList<Affiliation>();
        @Nullable EducationId last = null;
        List<Affiliation> page;
        do {
            page = affiliations.lastingAt(institution, last, HeldAffiliations.EVERYONE);
            page.stream()
                    .filter(one -> !one.type().isStudents() && one.isOpenOn(day))
                    .forEach(staff::add);
            last = page.isEmpty() ? null : page.get(page.size() - 1).educationId();
        } while (last != null);
        return staff;
    }
}
