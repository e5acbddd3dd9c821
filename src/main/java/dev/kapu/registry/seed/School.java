package dev.kapu.registry.seed;

import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Site;
import java.util.List;

/** An institution of the seed with its sites. */
record School(Institution institution, Settlement settlement, List<Site> sites) {}
