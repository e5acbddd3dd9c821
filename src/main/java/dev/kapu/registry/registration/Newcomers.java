package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.EducationIds;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.registry.history.Snapshot;
import dev.kapu.registry.registration.RegistrationStore.Newcomer;
import dev.kapu.scope.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores people who are certainly new, with their first affiliation, history and event, within the transaction. */
@Component
class Newcomers {
    private final RegistrationStore store;
    private final EducationIds ids;
    private final Doubles doubles;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Today today;

    Newcomers(
            RegistrationStore store,
            EducationIds ids,
            Doubles doubles,
            History history,
            ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.ids = ids;
        this.doubles = doubles;
        this.history = history;
        this.events = events;
        this.today = today;
    }

    /** @return their new IDs, in order (K1) */
    List<EducationId> store(List<Registrations.Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var newcomers = withIds(entries);
        store.insertAffiliations(newcomers);
        var issued = newcomers.stream().map(Newcomer::id).toList();
        doubles.keep(issued, newcomers.stream().map(Newcomer::person).toList());
        history.addAll(newcomers.stream().map(Newcomers::change).toList());
        // Of who has no affiliation whoever asked for the ID tells: see Unaffiliated.
        events.publishEvent(new PersonsRegistered(newcomers.stream()
                .flatMap(
                        newcomer -> Optional.ofNullable(newcomer.affiliation())
                                .map(affiliation -> event(newcomer.id(), affiliation))
                                .stream())
                .toList()));
        return issued;
    }

    /** Those whose ID turned out to be taken try again. */
    private List<Newcomer> withIds(List<Registrations.Entry> entries) {
        var done = new HashMap<Integer, Newcomer>();
        while (done.size() < entries.size()) {
            var tried = new HashMap<EducationId, Integer>();
            for (int i = 0; i < entries.size(); i++) {
                if (!done.containsKey(i)) {
                    int place = i;
                    ids.issue(id -> tried.putIfAbsent(id, place) == null);
                }
            }
            var newcomers = tried.entrySet().stream()
                    .map(one -> new Newcomer(one.getKey(), entries.get(one.getValue())))
                    .toList();
            var free = store.insertPersons(newcomers);
            for (var newcomer : newcomers) {
                if (free.contains(newcomer.id())) {
                    done.put(tried.get(newcomer.id()), newcomer);
                }
            }
        }
        var ordered = new ArrayList<Newcomer>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            ordered.add(done.get(i));
        }
        return ordered;
    }

    private static History.Change change(Newcomer newcomer) {
        var registered = new HashMap<>(Snapshot.of(newcomer.person()));
        var affiliation = newcomer.affiliation();
        if (affiliation != null) {
            Snapshot.of(affiliation).forEach((field, value) -> registered.put("affiliation." + field, value));
        }
        return new History.Change(newcomer.id(), Kind.REGISTERED, Map.of(), registered);
    }

    private PersonRegistered event(EducationId id, NewAffiliation affiliation) {
        var institution = affiliation.institution().text();
        return new PersonRegistered(
                UUID.randomUUID(),
                today.instant(),
                new Subject(id.text(), Set.of(institution), institution),
                institution,
                affiliation.site().text(),
                affiliation.type().word(),
                affiliation.startDate());
    }
}
