package dev.kapu.systems;

import dev.kapu.contract.person.Affiliation;
import dev.kapu.contract.person.AffiliationType;

/** Affiliations of the registry as the contracts write them. */
public final class ContractAffiliations {
    private ContractAffiliations() {}

    public static Affiliation of(dev.kapu.registry.affiliation.Affiliation from) {
        var affiliation = new Affiliation();
        affiliation.setEducationId(from.educationId().text());
        affiliation.setInstitutionCode(from.institution().text());
        affiliation.setSiteSerial(from.site().text());
        affiliation.setType(AffiliationType.valueOf(from.type().name()));
        affiliation.setStartDate(from.startDate());
        affiliation.setEndDate(from.endDate());
        affiliation.setWeeklyHours(from.weeklyHours());
        affiliation.setGrade(from.grade());
        affiliation.setPost(from.post());
        affiliation.setResponsible(from.responsible());
        return affiliation;
    }
}
