package dev.kapu.registry.master;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.InstitutionAffiliationStore;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.registry.institution.Site;
import dev.kapu.registry.master.InstitutionAmendment.SiteAmendment;
import dev.kapu.registry.responsibility.Responsibilities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the master: reported once, they run through all systems (K26). */
@Component
public class InstitutionChanges {
    private final InstitutionStore institutions;
    private final InstitutionChangeStore history;
    private final InstitutionAffiliationStore affiliations;
    private final Responsibilities responsibilities;
    private final AmendedSites amendedSites;
    private final MasterJournal journal;
    private final Today today;

    InstitutionChanges(
            InstitutionStore institutions,
            InstitutionChangeStore history,
            InstitutionAffiliationStore affiliations,
            Responsibilities responsibilities,
            AmendedSites amendedSites,
            MasterJournal journal,
            Today today) {
        this.institutions = institutions;
        this.history = history;
        this.affiliations = affiliations;
        this.responsibilities = responsibilities;
        this.amendedSites = amendedSites;
        this.journal = journal;
        this.today = today;
    }

    /**
     * Enters a new institution with its sites (K9), writes the history and publishes {@link InstitutionChanged}, all or
     * nothing. Without coordinates it is in the middle of its settlement, if that is known.
     *
     * @param partner who reports it
     * @throws FaultException {@code Client.Institution.AlreadyRegistered}, also of a closed one; {@code …SiteIncomplete};
     *     {@code Client.Message.Invalid} if the data hold from a day to come or a serial stands twice
     */
    @Transactional
    public InstitutionChange register(NewInstitution reported, String partner) {
        var institution = reported.institution();
        notAfterToday(institution.validFrom());
        history.lock();
        var code = institution.code();
        if (institutions.find(code).isPresent()) {
            throw new FaultException(Fault.INSTITUTION_ALREADY_REGISTERED, "institutionCode");
        }
        var sites = reported.sites().stream()
                .map(site -> amendedSites.added(code, site))
                .toList();
        var serials = sites.stream().map(Site::serial).distinct().toList();
        if (serials.size() < sites.size()) {
            throw new FaultException(Fault.INVALID, "site.siteSerial");
        }
        var placed = institution.coordinates() == null
                ? institution.at(responsibilities.place(institution.address()).orElse(null))
                : institution;
        institutions.put(placed);
        sites.forEach(institutions::put);
        return journal.write(code, partner, institution.validFrom(), serials, Map.of(), MasterFields.of(placed, sites));
    }

    /**
     * Changes institution and sites, writes the history and publishes {@link InstitutionChanged}, all or nothing. Where a
     * site has moved, the responsible institution of those is named anew for whom nearness decides (K7).
     *
     * @param partner who reports the change
     * @return empty if all was so already: then nothing is written or published, and the day stays as it was
     * @throws FaultException {@code Client.Institution.NotFound}; {@code …SiteIncomplete}; {@code …KindInUse}; {@code
     *     Client.Message.Invalid} if the data hold from a day to come
     */
    @Transactional
    public Optional<InstitutionChange> amend(InstitutionAmendment amendment, String partner) {
        notAfterToday(amendment.validFrom());
        history.lock();
        var code = amendment.institution();
        var before = institutions
                .find(code)
                .orElseThrow(() -> new FaultException(Fault.INSTITUTION_NOT_FOUND, "institutionCode"));
        var sites = new TreeMap<String, Site>(institutions.ownSites(code).stream()
                .collect(Collectors.toMap(site -> site.serial().text(), site -> site)));
        var old = MasterFields.of(before, sites.values());
        var after = amendment.of(before);
        var moved = new ArrayList<SiteSerial>();
        for (var site : amendment.sites()) {
            var held = sites.get(site.serial().text());
            var amended = held == null ? amendedSites.added(code, site) : amendedSites.changed(held, site);
            sites.put(site.serial().text(), amended);
            if (held != null && !Objects.equals(held.coordinates(), amended.coordinates())) {
                moved.add(site.serial());
            }
        }
        var fields = MasterFields.of(after, sites.values());
        if (!MasterFields.differ(old, fields)) {
            return Optional.empty();
        }
        var serials = amendment.sites().stream().map(SiteAmendment::serial).toList();
        sites.values().stream().filter(site -> serials.contains(site.serial())).forEach(institutions::put);
        moved.stream()
                .flatMap(site -> affiliations.tiedAt(code, site).stream())
                .distinct()
                .sorted(Comparator.comparingLong(EducationId::number)) // as everybody locks persons
                .forEach(responsibilities::settle);
        // After the persons, as who begins something there locks persons first.
        requireFitting(before, after);
        institutions.put(after);

        return Optional.of(journal.write(code, partner, amendment.validFrom(), serials, old, fields));
    }

    /** K6, K7: nobody is left with an affiliation that institutions of the kind cannot have, nor begins one meanwhile. */
    private void requireFitting(Institution before, Institution after) {
        if (before.kind() == after.kind()) {
            return;
        }
        institutions.lockKind(after.code());
        var impossible = Arrays.stream(AffiliationType.values())
                .filter(type -> !AffiliationRules.canBe(type, after.kind()))
                .toList();
        int lasting = affiliations.countLasting(after.code(), impossible);
        if (lasting > 0) {
            throw new FaultException(Fault.KIND_IN_USE, String.valueOf(lasting));
        }
    }

    private void notAfterToday(LocalDate validFrom) {
        if (validFrom.isAfter(today.date())) {
            throw new FaultException(Fault.INVALID, "validFrom");
        }
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
}
