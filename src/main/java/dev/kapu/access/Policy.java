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
import org.jspecify.annotations.Nullable;

/**
 * Both files, read without a problem.
 *
 * @param version as printed by {@code sha256sum partners.yaml permissions.yaml | sha256sum}
 * @param entitlements by partner of the files and operation
 */
record Policy(
        String version,
        Map<String, PartnerEntry> partners,
        List<GrantEntry> grants,
        Map<String, Map<String, Entitlements>> entitlements,
        Function<String, Meter> meters) {
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
        return new Policy(version, Map.copyOf(partners), List.copyOf(grants), Map.copyOf(byPartner), meters);
    }

    Entitlements held(String partner, String operation) {
        var byOperation = entitlements.get(partner);
        if (byOperation == null) {
            return self(partner) == null ? Entitlements.NONE : shared(partner, operation);
        }
        return byOperation.getOrDefault(operation, Entitlements.NONE);
    }

    /**
     * What every institution of the registry holds. Made for each question: only the meters last, and only who has proved
     * itself ever asks.
     */
    private Entitlements shared(String institution, String operation) {
        return Entitlements.of(grants.stream()
                .map(GrantEntry::grant)
                .filter(grant -> grant.partner() == null && grant.operations().contains(operation))
                .map(grant -> Entitlement.of(grant, meters.apply(meterName(grant, institution))))
                .toList());
    }

    /** Code of the institution that has this name; null if it is no institution of the registry. */
    @Nullable
    String self(String partner) {
        return InstitutionName.code(partner).orElse(null);
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
        if (institution.equals(self(partner))) {
            return true;
        }
        var entry = partners.get(partner);
        return entry != null && entry.partner().represents().covers(institution);
    }

    /** Each institution has a quota of its own under a grant that all of them share. */
    private static String meterName(Grant grant, String partner) {
        return grant.partner() == null ? grant.id() + " " + partner : grant.id();
    }
}
