package dev.kapu.personnel;

import dev.kapu.personnel.StaffModule.Entry;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.movement.AffiliationLists;
import dev.kapu.registry.registration.PresentIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Compares the registry's staff with the module's own lists and keeps the differences; nobody's affiliation changes by it
 * (E4: errors are mended in the module). While the module is asked, no connection to the database is held.
 */
@Component
public class Reconciliation {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private final ComparisonStore store;
    private final ModuleContacts contacts;
    private final AffiliationLists affiliations;
    private final PresentIds ids;
    private final Today today;

    Reconciliation(
            ComparisonStore store,
            ModuleContacts contacts,
            AffiliationLists affiliations,
            PresentIds ids,
            Today today) {
        this.store = store;
        this.contacts = contacts;
        this.affiliations = affiliations;
        this.ids = ids;
        this.today = today;
    }

    /**
     * However odd its answer, it ends nothing but the comparison of this institution.
     *
     * @return whether the module gave an answer that can be trusted; else what was found before stays
     */
    public boolean compare(StaffModule module, InstitutionCode institution) {
        var day = today.date();
        try {
            var there = module.listStaff(institution, day);
            store.compared(institution, day, StaffComparison.of(here(institution, day), there, present(there)));
            contacts.answered(today.instant());
            return true;
        } catch (Failed failed) {
            // Else the hub stops: that is nothing the module did.
            if (failed.cause() != Failure.NOT_ASKED) {
                noted(institution, failed);
            }
            return false;
        } catch (RuntimeException odd) {
            if (isOutage(odd)) {
                throw odd;
            }
            log.warn(
                    "What the personnel module answered about institution {} cannot be worked with: {}",
                    institution.text(),
                    odd.getClass().getName());
            noted(institution, new Failed(Failure.UNREADABLE));
            return false;
        }
    }

    /** Of the database: another institution would fare no better. */
    private static boolean isOutage(RuntimeException failed) {
        return failed instanceof NestedRuntimeException && !(failed instanceof DataIntegrityViolationException);
    }

    private void noted(InstitutionCode institution, Failed failed) {
        store.failed(institution, failed.cause(), today.instant());
        contacts.failed(failed, today.instant());
    }

    void forgetClosed() {
        store.forgetClosed();
    }

    public Optional<Comparison> of(InstitutionCode institution) {
        return store.find(institution);
    }

    /**
     * Of those who differ or whom the module did not answer for, by their codes.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<Comparison> notable(@Nullable InstitutionCode after, int most) {
        return store.notable(after, most);
    }

    /** Of the same; first those whom the module did not answer for, then the worst. */
    public List<Comparison> worst(int most) {
        return store.worst(most);
    }

    public List<Difference> differences(InstitutionCode institution) {
        return store.differences(institution);
    }

    /** Under which IDs those are held whom the module lists; it may write what is nobody's. */
    private Map<String, String> present(List<Entry> there) {
        var listed = there.stream()
                .map(Entry::educationId)
                .distinct()
                .filter(EducationId::isValid)
                .map(EducationId::of)
                .toList();
        var current = ids.current(listed);
        return IntStream.range(0, listed.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> listed.get(i).text(), i -> current.get(i).text()));
    }

    private List<Affiliation> here(InstitutionCode institution, LocalDate day) {
        var staff = new ArrayList<Affiliation>();
        @Nullable EducationId last = null;
        List<Affiliation> page;
        do {
            page = affiliations.employedAt(institution, day, last, HeldAffiliations.EVERYONE);
            staff.addAll(page);
            last = page.isEmpty() ? null : page.get(page.size() - 1).educationId();
        } while (last != null);
        return staff;
    }
}
