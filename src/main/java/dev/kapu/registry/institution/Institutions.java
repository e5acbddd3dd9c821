package dev.kapu.registry.institution;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.Spelling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The institution master (K26): public data, so without reach. */
@Component
public class Institutions {
    private final InstitutionStore store;

    Institutions(InstitutionStore store) {
        this.store = store;
    }

    /** @throws FaultException {@code Client.Institution.NotFound} */
    public Institution find(InstitutionCode code) {
        return store.find(code).orElseThrow(() -> new FaultException(Fault.INSTITUTION_NOT_FOUND, "institutionCode"));
    }

    /**
     * All sites by serial, also those no longer active.
     *
     * @throws FaultException {@code Client.Institution.NotFound}
     */
    public List<Site> sites(InstitutionCode code) {
        var sites = store.sites(code);
        if (sites.isEmpty()) {
            find(code);
        }
        return sites;
    }

    /**
     * K23, W8: an active site of the institution in the settlement, whatever its spelling's case.
     *
     * @param serial the only site in question; null for any
     * @throws FaultException {@code Client.Institution.NotFound}
     */
    public Optional<Site> siteInSettlement(InstitutionCode code, String settlement, @Nullable SiteSerial serial) {
        return sites(code).stream()
                .filter(Site::active)
                .filter(site -> serial == null || site.serial().equals(serial))
                .filter(site -> Spelling.same(site.address().settlement(), settlement))
                .findFirst();
    }
}
