package dev.kapu.systems.institutions;

import dev.kapu.contract.institution.Coordinates;
import dev.kapu.contract.institution.Institution;
import dev.kapu.contract.institution.InstitutionKind;
import dev.kapu.contract.institution.Site;
import dev.kapu.contract.institutionmaster.GetInstitution;
import dev.kapu.contract.institutionmaster.GetInstitutionResponse;
import dev.kapu.contract.institutionmaster.ListSites;
import dev.kapu.contract.institutionmaster.ListSitesResponse;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.systems.ContractPersons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Institutions and their numbered sites (K26). */
@Component
class InstitutionMaster {
    private final Institutions institutions;

    InstitutionMaster(Institutions institutions) {
        this.institutions = institutions;
    }

    public GetInstitutionResponse find(GetInstitution request) {
        var answer = new GetInstitutionResponse();
        answer.setInstitution(institution(institutions.find(new InstitutionCode(request.getInstitutionCode()))));
        return answer;
    }

    public ListSitesResponse sites(ListSites request) {
        var answer = new ListSitesResponse();
        institutions.sites(new InstitutionCode(request.getInstitutionCode())).stream()
                .map(InstitutionMaster::site)
                .forEach(answer.getSite()::add);
        return answer;
    }

    static Institution institution(dev.kapu.registry.institution.Institution from) {
        var institution = new Institution();
        institution.setInstitutionCode(from.code().text());
        institution.setName(from.name());
        institution.setKind(InstitutionKind.valueOf(from.kind().name()));
        institution.setAddress(ContractPersons.address(from.address()));
        institution.setCoordinates(coordinates(from.coordinates()));
        institution.setActive(from.active());
        institution.setValidFrom(from.validFrom());
        return institution;
    }

    private static Site site(dev.kapu.registry.institution.Site from) {
        var site = new Site();
        site.setInstitutionCode(from.institution().text());
        site.setSiteSerial(from.serial().text());
        site.setName(from.name());
        site.setAddress(ContractPersons.address(from.address()));
        site.setCoordinates(coordinates(from.coordinates()));
        site.setActive(from.active());
        return site;
    }

    private static @Nullable Coordinates coordinates(dev.kapu.registry.@Nullable Coordinates from) {
        if (from == null) {
            return null;
        }
        var coordinates = new Coordinates();
        coordinates.setLatitude(from.latitude());
        coordinates.setLongitude(from.longitude());
        return coordinates;
    }
}
