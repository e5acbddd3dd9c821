package dev.kapu.registry.amendment;

import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.registration.PresentIds;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be said of amendments before anybody is locked, and whatever is held of whom they are about. */
@Component
public class AmendmentChecks {
    private final AffiliationStore affiliations;
    private final PresentIds ids;
    private final Today today;

    AmendmentChecks(AffiliationStore affiliations, PresentIds ids, Today today) {
        this.affiliations = affiliations;
        this.ids = ids;
        this.today = today;
    }

    /** What is wrong with the changes by themselves. */
    public List<Finding> check(Amendment amendment) {
        return AmendmentRules.of(amendment, today.date());
    }

    /**
     * As {@link #check} for many, each list in the place of its amendment; and whether the form is right for whom it is
     * about (K19): whom the institution holds in the other role only has the other form.
     *
     * @param students of pupils' forms; else of staff's
     */
    public List<List<Finding>> checkAll(InstitutionCode institution, boolean students, List<Amendment> all) {
        var present = ids.current(all.stream().map(Amendment::educationId).toList());
        var roles = affiliations.rolesAt(institution, present);
        return IntStream.range(0, all.size())
                .mapToObj(i -> Stream.concat(
                                check(all.get(i)).stream(),
                                AmendmentRules.role(all.get(i), students, roles.getOrDefault(present.get(i), Set.of()))
                                        .stream())
                        .toList())
                .toList();
    }
}
