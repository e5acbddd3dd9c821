package dev.kapu.registry.master;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Site;
import dev.kapu.registry.master.InstitutionAmendment.SiteAmendment;
import dev.kapu.registry.responsibility.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sites as they are after a change. */
@Component
class AmendedSites {
    private final Responsibilities responsibilities;

    AmendedSites(Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
    }

    /** @throws FaultException {@code Client.Institution.SiteIncomplete} */
    Site added(InstitutionCode code, SiteAmendment site) {
        var name = site.name();
        var address = site.address();
        if (name == null || address == null) {
            throw new FaultException(Fault.SITE_INCOMPLETE, "site");
        }
        var coordinates = site.coordinates();
        return new Site(
                code,
                site.serial(),
                name,
                address,
                coordinates == null ? responsibilities.place(address).orElse(null) : coordinates,
                !Boolean.FALSE.equals(site.active()));
    }

    Site changed(Site held, SiteAmendment site) {
        var name = site.name();
        var address = site.address();
        var active = site.active();
        return new Site(
                held.institution(),
                held.serial(),
                name == null ? held.name() : name,
                address == null ? held.address() : address,
                coordinates(held, site),
                active == null ? held.active() : active);
    }

    /** Of who moves elsewhere and does not say where exactly, the middle of the settlement is known at best. */
    private @Nullable Coordinates coordinates(Site held, SiteAmendment site) {
        var address = site.address();
        if (site.coordinates() != null || address == null) {
            return site.coordinates() == null ? held.coordinates() : site.coordinates();
        }
        var stays = address.settlement().equals(held.address().settlement())
                && address.postcode().equals(held.address().postcode());
        return stays ? held.coordinates() : responsibilities.place(address).orElse(null);
    }
}
