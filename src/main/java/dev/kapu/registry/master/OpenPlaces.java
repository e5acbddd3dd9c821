package dev.kapu.registry.master;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether anybody could be at an institution and its site on a day: what is reported late is judged by the day that it
 * is about, and a place that has closed since was open then (K13, K26). One that is open again now is taken as never
 * closed, for a closing may have been a mistake.
 */
@Component
public class OpenPlaces {
    private final OpenPlaceStore store;

    OpenPlaces(OpenPlaceStore store) {
        this.store = store;
    }

    /** @return what is wrong; empty if both are open now or were on the day */
    public Optional<Finding> wrong(InstitutionCode institution, SiteSerial site, LocalDate day) {
        var place = store.openNowOrOn(institution, site, day);
        if (place.isEmpty()) {
            return Optional.of(new Finding("institutionCode", Fault.INSTITUTION_NOT_FOUND));
        }
        if (!place.get().institution()) {
            return Optional.of(new Finding("institutionCode", Fault.INSTITUTION_CLOSED));
        }
        return place.get().site().orElse(false)
                ? Optional.empty()
                : Optional.of(new Finding("siteSerial", Fault.SITE_NOT_FOUND));
    }
}
