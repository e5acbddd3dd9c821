package dev.kapu.access;

import dev.kapu.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be wrong with grants that are well written, each by itself. */
final class PolicyCheck {
    private static final String EVENTS = "events/";
    /** By which receivers drop an event that comes again; the one field of an event that its schema demands. */
    private static final String EVENT_ID = "eventId";

    private PolicyCheck() {}

    /** Two grants of one holder between which no header could choose. */
    static List<PolicyProblem> ambiguities(List<GrantEntry> grants, Map<String, PartnerEntry> partners) {
        var problems = new ArrayList<PolicyProblem>();
        for (int i = 0; i < grants.size(); i++) {
            for (var earlier : grants.subList(0, i)) {
                var later = grants.get(i);
                if (!sharesHolder(earlier, later, partners)) {
                    continue;
                }
                var samePurpose = earlier.grant().purpose().equals(later.grant().purpose());
                var sameDays = earlier.grant().valid().overlaps(later.grant().valid());
                later.operations().forEach((operation, place) -> {
                    if (!earlier.operations().containsKey(operation)) {
                        return;
                    }
                    if (samePurpose && sameDays) {
                        problems.add(place.problem("grant '%s' already covers %s for the same holder, purpose and days"
                                .formatted(earlier.grant().id(), operation)));
                    } else if (!samePurpose && isEvent(operation)) {
                        problems.add(place.problem("grant '%s' already covers %s for another purpose,"
                                        .formatted(earlier.grant().id(), operation)
                                + " and an event has no header to choose by"));
                    }
                });
            }
        }
        return problems;
    }

    static List<PolicyProblem> against(Offered offered, Policy policy) {
        var problems = new ArrayList<PolicyProblem>();
        for (var entry : policy.grants()) {
            var known = new ArrayList<String>();
            entry.operations().forEach((operation, place) -> {
                if (!offered.operations().contains(operation)) {
                    problems.add(place.problem("there is no operation '%s'".formatted(operation)));
                    return;
                }
                known.add(operation);
                if (entry.grant().subjects().needs() == Scope.Needs.REPRESENTED_INSTITUTION
                        && isEvent(operation)
                        && nobodyRepresents(entry, policy)) {
                    problems.add(entry.subjects()
                            .problem("%s needs a represented institution, but nobody represents one in %s"
                                    .formatted(entry.grant().subjects().word(), operation)));
                }
                if (isEvent(operation)) {
                    undelivered(offered, entry, policy)
                            .map(partner ->
                                    place.problem("no route leads from kapu:events/%s to its queue".formatted(partner)))
                            .forEach(problems::add);
                    if (!entry.fields().containsKey(EVENT_ID)) {
                        problems.add(
                                place.problem("a grant of %s must name the field %s".formatted(operation, EVENT_ID)));
                    }
                }
                if (entry.grant().subjects().needs() == Scope.Needs.NAMED_INSTITUTION
                        && !offered.namesInstitution(operation)) {
                    problems.add(entry.subjects()
                            .problem("%s needs an institution, but %s names none"
                                    .formatted(entry.grant().subjects().word(), operation)));
                }
            });
            if (known.size() < entry.operations().size()) {
                continue;
            }
            entry.fields().forEach((field, place) -> {
                if (known.stream().noneMatch(op -> offered.fields(op).contains(field))) {
                    problems.add(place.problem(
                            "there is no field '%s' in the answer of %s".formatted(field, String.join(", ", known))));
                }
            });
        }
        return problems;
    }

    private static boolean isEvent(String operation) {
        return operation.startsWith(EVENTS);
    }

    private static boolean nobodyRepresents(GrantEntry entry, Policy policy) {
        return policy.partners().values().stream()
                .map(PartnerEntry::partner)
                .filter(entry::isHeldBy)
                .allMatch(partner -> partner.represents().equals(Partner.Representation.NONE));
    }

    private static Stream<String> undelivered(Offered offered, GrantEntry entry, Policy policy) {
        return policy.partners().values().stream()
                .map(PartnerEntry::partner)
                .filter(partner -> entry.isHeldBy(partner) && !offered.deliversTo(partner.name()))
                .map(Partner::name)
                .sorted();
    }

    private static boolean sharesHolder(GrantEntry one, GrantEntry other, Map<String, PartnerEntry> partners) {
        for (var partner : partners.values()) {
            if (one.isHeldBy(partner.partner()) && other.isHeldBy(partner.partner())) {
                return true;
            }
        }
        return false;
    }
}
