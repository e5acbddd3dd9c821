package dev.kapu.funding;

import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import org.jspecify.annotations.Nullable;

/** How many affiliations of one kind a site had on a reference date. */
public record Headcount(Line line, int count) {
    /** @param grade the number in it; null for affiliations without */
    public record Line(
            SiteSerial site, AffiliationType type, @Nullable Integer grade) {}
}
