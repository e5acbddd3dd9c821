package dev.kapu.registry.seed;

import dev.kapu.registry.Institution;
import dev.kapu.registry.Site;
import java.util.List;

/** An institution of the seed with its sites. */
record School(Institution institution, Settlement settlement, List<Site> sites) {}
