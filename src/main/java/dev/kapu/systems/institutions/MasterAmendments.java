package dev.kapu.systems.institutions;

import dev.kapu.contract.institution.Closing;
import dev.kapu.contract.institution.SiteAmendment;
import dev.kapu.contract.institutionmaster.AmendInstitution;
import dev.kapu.contract.institutionmaster.AmendInstitutionResponse;
import dev.kapu.contract.institutionmaster.RegisterInstitution;
import dev.kapu.contract.institutionmaster.RegisterInstitutionResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.master.InstitutionAmendment;
import dev.kapu.registry.master.InstitutionChanges;
import dev.kapu.registry.master.NewInstitution;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A change of an institution is reported once, in the master (K26). */
@Component
class MasterAmendments {
    private static final String COUNTRY = "HU";

    private final InstitutionChanges changes;
    private final Institutions institutions;

    MasterAmendments(InstitutionChanges changes, Institutions institutions) {
        this.changes = changes;
        this.institutions = institutions;
    }

    @ChangesRegistry
    public RegisterInstitutionResponse register(
            RegisterInstitution report, @ExchangeProperty(Reach.PARTNER) String partner) {
        var code = new InstitutionCode(report.getInstitutionCode());
        var institution = new Institution(
                code,
                report.getName(),
                Institution.Kind.valueOf(report.getKind().name()),
                address(report.getAddress(), "address"),
                coordinates(report.getCoordinates()),
                true,
                report.getValidFrom());
        var change = changes.register(
                new NewInstitution(
                        institution,
                        report.getSite().stream().map(MasterAmendments::site).toList()),
                partner);
        var answer = new RegisterInstitutionResponse();
        answer.setInstitution(InstitutionMaster.institution(institutions.find(code)));
        answer.setChange(MasterChanges.change(change));
        return answer;
    }

    @ChangesRegistry
    public AmendInstitutionResponse amend(AmendInstitution report, @ExchangeProperty(Reach.PARTNER) String partner) {
        var code = new InstitutionCode(report.getInstitutionCode());
        var change = changes.amend(
                new InstitutionAmendment(
                        code,
                        report.getValidFrom(),
                        report.getName(),
                        report.getKind() == null
                                ? null
                                : Institution.Kind.valueOf(report.getKind().name()),
                        report.getAddress() == null ? null : address(report.getAddress(), "address"),
                        coordinates(report.getCoordinates()),
                        report.isActive(),
                        report.getSite().stream().map(MasterAmendments::site).toList()),
                partner);
        var answer = new AmendInstitutionResponse();
        answer.setInstitution(InstitutionMaster.institution(institutions.find(code)));
        change.map(MasterChanges::change).ifPresent(answer::setChange);
        if (Boolean.FALSE.equals(report.isActive())) {
            var closing = new Closing();
            closing.setAttached(changes.attached(code));
            answer.setClosing(closing);
        }
        return answer;
    }

    private static InstitutionAmendment.SiteAmendment site(SiteAmendment from) {
        return new InstitutionAmendment.SiteAmendment(
                new SiteSerial(from.getSiteSerial()),
                from.getName(),
                from.getAddress() == null ? null : address(from.getAddress(), "site.address"),
                coordinates(from.getCoordinates()),
                from.isActive());
    }

    /** An address is changed as a whole. The master holds institutions at home only. */
    private static Address address(dev.kapu.contract.person.Address from, String where) {
        var postcode = from.getPostcode();
        var settlement = from.getSettlement();
        var street = from.getStreet();
        if (postcode == null
                || settlement == null
                || street == null
                || (from.getCountry() != null && !from.getCountry().equals(COUNTRY))) {
            throw new FaultException(Fault.INVALID, where);
        }
        return new Address(COUNTRY, postcode, settlement, street);
    }

    private static @Nullable Coordinates coordinates(dev.kapu.contract.institution.@Nullable Coordinates from) {
        return from == null ? null : new Coordinates(from.getLatitude(), from.getLongitude());
    }
}
