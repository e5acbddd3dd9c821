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
                        problems.add(place.problem(
                                Phrase.ALREADY_COVERED.with(earlier.grant().id(), operation)));
                    } else if (!samePurpose && isEvent(operation)) {
                        problems.add(place.problem(Phrase.EVENT_ALREADY_COVERED.with(
                                earlier.grant().id(), operation)));
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
                    problems.add(place.problem(Phrase.NO_SUCH_OPERATION.with(operation)));
                    return;
                }
                known.add(operation);
                if (entry.grant().subjects().needs() == Scope.Needs.REPRESENTED_INSTITUTION
                        && isEvent(operation)
                        && nobodyRepresents(entry, policy)) {
                    problems.add(entry.subjects()
                            .problem(Phrase.NOBODY_REPRESENTS.with(
                                    entry.grant().subjects().word(), operation)));
                }
                if (isEvent(operation) && entry.grant().partner() == null) {
                    problems.add(place.problem(Phrase.INSTITUTIONS_HAVE_NO_QUEUE.with()));
                }
                if (isEvent(operation)) {
                    undelivered(offered, entry, policy)
                            .map(partner -> place.problem(Phrase.NOT_DELIVERED.with(partner)))
                            .forEach(problems::add);
                    if (!entry.fields().containsKey(EVENT_ID)) {
                        problems.add(place.problem(Phrase.EVENT_FIELD_MISSING.with(operation, EVENT_ID)));
                    }
                }
                if (entry.grant().subjects().needs() == Scope.Needs.NAMED_INSTITUTION
                        && !offered.namesInstitution(operation)) {
                    problems.add(entry.subjects()
                            .problem(Phrase.NO_INSTITUTION_NAMED.with(
                                    entry.grant().subjects().word(), operation)));
                }
            });
            if (known.size() < entry.operations().size()) {
                continue;
            }
            entry.fields().forEach((field, place) -> {
                if (known.stream().noneMatch(op -> offered.fields(op).contains(field))) {
                    problems.add(place.problem(Phrase.NO_SUCH_FIELD.with(field, String.join(", ", known))));
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
        if (one.grant().partner() == null && other.grant().partner() == null) {
            return true;
        }
        for (var partner : partners.values()) {
            if (one.isHeldBy(partner.partner()) && other.isHeldBy(partner.partner())) {
                return true;
            }
        }
        return false;
    }
}
