package dev.kapu.access;

import dev.kapu.scope.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Both files, read without a problem.
 *
 * @param version as printed by {@code sha256sum partners.yaml permissions.yaml | sha256sum}
 * @param entitlements by partner and operation
 */
record Policy(
        String version,
        Map<String, PartnerEntry> partners,
        List<GrantEntry> grants,
        Map<String, Map<String, Entitlements>> entitlements) {
    static Policy of(
            String version,
            Map<String, PartnerEntry> partners,
            List<GrantEntry> grants,
            Function<String, Meter> meters) {
        var byPartner = new HashMap<String, Map<String, Entitlements>>();
        partners.forEach((name, partner) -> {
            var byOperation = new TreeMap<String, List<Entitlement>>();
            for (var entry : grants) {
                if (entry.isHeldBy(partner.partner())) {
                    var held = Entitlement.of(entry.grant(), meters.apply(meterName(entry.grant(), name)));
                    entry.grant()
                            .operations()
                            .forEach(operation -> byOperation
                                    .computeIfAbsent(operation, any -> new ArrayList<>())
                                    .add(held));
                }
            }
            var ready = new HashMap<String, Entitlements>();
            byOperation.forEach((operation, held) -> ready.put(operation, Entitlements.of(held)));
            byPartner.put(name, Map.copyOf(ready));
        });
        return new Policy(version, Map.copyOf(partners), List.copyOf(grants), Map.copyOf(byPartner));
    }

    Entitlements held(String partner, String operation) {
        var byOperation = entitlements.get(partner);
        var held = byOperation == null ? null : byOperation.get(operation);
        return held == null ? Entitlements.NONE : held;
    }

    Set<String> holders(String operation) {
        return entitlements.entrySet().stream()
                .filter(held -> held.getValue().containsKey(operation))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> holders(String operation, String institution) {
        return holders(operation).stream()
                .filter(partner -> represents(partner, institution)
                        || held(partner, operation).all().stream()
                                .anyMatch(
                                        held -> held.grant().subjects().needs() != Scope.Needs.REPRESENTED_INSTITUTION))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Partner> partner(String name) {
        return Optional.ofNullable(partners.get(name)).map(PartnerEntry::partner);
    }

    boolean represents(String partner, String institution) {
        var entry = partners.get(partner);
        return entry != null && entry.partner().represents().covers(institution);
    }

    /** Each institution has a quota of its own under a grant that all of them share. */
    private static String meterName(Grant grant, String partner) {
        return grant.partner() == null ? grant.id() + " " + partner : grant.id();
    }
}
