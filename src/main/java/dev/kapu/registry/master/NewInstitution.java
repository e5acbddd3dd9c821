package dev.kapu.registry.master;

import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.master.InstitutionAmendment.SiteAmendment;
import java.util.List;

/**
 * An institution that the master does not hold yet.
 *
 * @param sites at least one; with name and address, each serial once
 */
public record NewInstitution(Institution institution, List<SiteAmendment> sites) {}
