package dev.kapu.console;

import dev.kapu.access.Grant;
import dev.kapu.audit.DisclosureRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A disclosure record without personal data, and without any text of the sender's own. */
record DecisionView(
        Instant at,
        String channel,
        @Nullable String partner,
        @Nullable String institution,
        @Nullable String operation,
        String outcome,
        @Nullable String reason,
        @Nullable String explanation,
        @Nullable String grant,
        Grant.@Nullable LegalBasis law,
        int persons,
        Set<String> fields,
        double millis) {

    static DecisionView of(
            DisclosureRecord disclosure, Function<String, Grant.@Nullable LegalBasis> laws, Locale language) {
        var grant = disclosure.grant();
        var institution = disclosure.representedInstitution();
        return new DecisionView(
                disclosure.at(),
                disclosure.channel().name(),
                disclosure.partner(),
                institution != null && institution.matches("[0-9]{6}") ? institution : null,
                disclosure.operation(),
                disclosure.outcome().name().toLowerCase(Locale.ROOT),
                disclosure.reason(),
                Reasons.explain(disclosure.reason(), language),
                grant,
                grant == null ? null : laws.apply(grant),
                disclosure.persons().size(),
                disclosure.fields(),
                disclosure.durationMicros() / 1000.0);
    }
}
