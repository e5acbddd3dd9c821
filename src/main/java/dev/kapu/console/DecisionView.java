package dev.kapu.console;

import dev.kapu.audit.DisclosureRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
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
        int persons,
        Set<String> fields,
        double millis) {

    static DecisionView of(DisclosureRecord disclosure, Locale language) {
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
                disclosure.grant(),
                disclosure.persons().size(),
                disclosure.fields(),
                disclosure.durationMicros() / 1000.0);
    }
}
