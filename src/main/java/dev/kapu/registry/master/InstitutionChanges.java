package dev.kapu.registry.master;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.registry.institution.Site;
import dev.kapu.registry.master.InstitutionAmendment.SiteAmendment;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the master: reported once, they run through all systems (K26). */
@Component
public class InstitutionChanges {
    private final InstitutionStore institutions;
    private final InstitutionChangeStore history;
    private final AffiliationStore affiliations;
    private final Responsibilities responsibilities;
    private final ApplicationEventPublisher events;
    private final Today today;

    InstitutionChanges(
            InstitutionStore institutions,
            InstitutionChangeStore history,
            AffiliationStore affiliations,
            Responsibilities responsibilities,
            ApplicationEventPublisher events,
            Today today) {
        this.institutions = institutions;
        this.history = history;
        this.affiliations = affiliations;
        this.responsibilities = responsibilities;
        this.events = events;
        this.today = today;
    }

    /**
     * Changes institution and sites, writes the history and publishes {@link InstitutionChanged}, all or nothing. Where a
     * site has moved, the responsible institution of those is named anew for whom nearness decides (K7).
     *
     * @param partner who reports the change
     * @throws FaultException {@code Client.Institution.NotFound}; {@code …SiteIncomplete}; {@code Client.Message.Invalid}
     *     if the data hold from a day to come
     */
    @Transactional
    public InstitutionChange amend(InstitutionAmendment amendment, String partner) {
        if (amendment.validFrom().isAfter(today.date())) {
            throw new FaultException(Fault.INVALID, "validFrom");
        }
        history.lock();
        var code = amendment.institution();
        var before = institutions
                .find(code)
                .orElseThrow(() -> new FaultException(Fault.INSTITUTION_NOT_FOUND, "institutionCode"));
        var sites = new TreeMap<String, Site>(institutions.ownSites(code).stream()
                .collect(Collectors.toMap(site -> site.serial().text(), site -> site)));
        var old = MasterFields.of(before, sites.values());
        var after = amendment.of(before);
        institutions.update(after);
        var moved = new ArrayList<SiteSerial>();
        for (var site : amendment.sites()) {
            var held = sites.get(site.serial().text());
            var amended = held == null ? added(code, site) : changed(held, site);
            institutions.put(amended);
            sites.put(site.serial().text(), amended);
            if (held != null && !Objects.equals(held.coordinates(), amended.coordinates())) {
                moved.add(site.serial());
            }
        }
        moved.stream()
                .flatMap(site -> affiliations.tiedAt(code, site).stream())
                .distinct()
                .sorted(Comparator.comparingLong(EducationId::number)) // as everybody locks persons
                .forEach(responsibilities::settle);

        var fields = MasterFields.of(after, sites.values());
        var serials = amendment.sites().stream().map(SiteAmendment::serial).toList();
        var now = today.instant();
        long number = history.add(new InstitutionChangeStore.New(
                code,
                now,
                partner,
                amendment.validFrom(),
                serials,
                MasterFields.differing(old, fields),
                MasterFields.differing(fields, old)));
        events.publishEvent(new InstitutionChanged(
                UUID.randomUUID(),
                now,
                Subject.ofInstitution(code.text()),
                code.text(),
                number,
                amendment.validFrom(),
                serials.stream().map(SiteSerial::text).toList()));
        return history.find(number);
    }

    /** How many persons hold an affiliation with the institution that has no end: of a closed one they should not. */
    public int attached(InstitutionCode institution) {
        return affiliations.countLasting(institution);
    }

    /** Changes after one already seen, in their order. */
    public List<InstitutionChange> after(long number, int limit) {
        return history.after(number, limit);
    }

    /** Changes from a moment on, in their order; from then on by number. */
    public List<InstitutionChange> since(Instant moment, int limit) {
        return history.after(history.before(moment), limit);
    }

    private Site added(InstitutionCode code, SiteAmendment site) {
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

    private Site changed(Site held, SiteAmendment site) {
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
