package dev.kapu.funding;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.institution.Site;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exact numbers of reference dates (K22): whatever is asked, and however often, comes out of one frozen list. */
@Component
public class Headcounts {
    private final HeadcountStore store;
    private final ReferenceDates dates;
    private final Institutions institutions;

    Headcounts(HeadcountStore store, ReferenceDates dates, Institutions institutions) {
        this.store = store;
        this.dates = dates;
        this.institutions = institutions;
    }

    /** Null where all are asked for. */
    public record Filter(
            @Nullable SiteSerial site,
            @Nullable AffiliationType type,
            @Nullable Integer grade) {
        public static final Filter ALL = new Filter(null, null, null);

        boolean fits(Headcount.Line line) {
            return (site == null || site.equals(line.site()))
                    && (type == null || type == line.type())
                    && (grade == null || grade.equals(line.grade()));
        }
    }

    /**
     * By site, type and grade.
     *
     * @throws FaultException {@code Client.Funding.NotAReferenceDate}, {@code Client.Funding.NotYet} with the day from
     *     which, {@code Client.Numbers.NotCountedYet}, {@code Client.Institution.NotFound} or {@code Client.Institution.SiteNotFound}
     */
    public List<Headcount> of(InstitutionCode institution, LocalDate referenceDate, Filter filter) {
        requireTaken(referenceDate);
        requireSite(institution, filter.site());
        return store.of(institution, referenceDate).stream()
                .filter(count -> filter.fits(count.line()))
                .toList();
    }

    private void requireTaken(LocalDate day) {
        if (!dates.isOne(day)) {
            throw noSuchDate();
        }
        if (!dates.isKnown(day)) {
            throw new FaultException(Fault.FUNDING_NOT_YET, dates.knownFrom(day).toString());
        }
        if (!store.isTaken(day)) {
            throw dates.known(store.reportedSince()).contains(day)
                    ? new FaultException(Fault.NOT_COUNTED_YET)
                    : noSuchDate();
        }
    }

    /** With the first that was counted. */
    private FaultException noSuchDate() {
        var first = store.first().map(day -> " ≥ " + day).orElse("");
        return new FaultException(Fault.FUNDING_DATE_REFUSED, dates.inWords() + first);
    }

    /** Closed ones, too: somebody was counted there while they were open. */
    Set<SiteSerial> sites(InstitutionCode institution) {
        return institutions.sites(institution).stream()
                .map(Site::serial)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void requireSite(InstitutionCode institution, @Nullable SiteSerial site) {
        var sites = sites(institution);
        if (site != null && !sites.contains(site)) {
            throw new FaultException(Fault.SITE_NOT_FOUND, "siteSerial");
        }
    }
}
