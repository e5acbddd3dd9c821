package dev.kapu.registry.registration;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes persons into the registry: each exactly once (K2), with an ID for life (K1). */
@Component
public class Registrations {
    private static final int CHUNK = 5_000;

    private final RegistrationRules rules;
    private final Doubles doubles;
    private final Newcomers newcomers;
    private final Waiting waiting;
    private final ForeseenNewcomers foreseen;
    private final TransactionTemplate transaction;

    Registrations(
            RegistrationRules rules,
            Doubles doubles,
            Newcomers newcomers,
            Waiting waiting,
            ForeseenNewcomers foreseen,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.doubles = doubles;
        this.newcomers = newcomers;
        this.waiting = waiting;
        this.foreseen = foreseen;
        this.transaction = transaction;
    }

    /** @param affiliation the first one; null for who has none in public education and will be unattached (K14) */
    public record Entry(NewPerson person, @Nullable NewAffiliation affiliation) {
        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "Entry";
        }
    }

    /** What is wrong with the data by themselves: check digits, dates, site, type and K7, K8; reads the master only. */
    public List<Finding> check(NewPerson person, NewAffiliation affiliation) {
        return rules.once().check(new Entry(person, affiliation));
    }

    /** As {@link #check} for many, each list in the place of its entry; asks the master once for each institution. */
    public List<List<Finding>> checkAll(List<Entry> entries) {
        var once = rules.once();
        return entries.stream().map(once::check).toList();
    }

    /**
     * For a transaction that registers in more than one call: takes first all that the calls would take, so that no two
     * transactions wait for each other. However many the persons are, they are read once and kept nowhere.
     */
    public void lockAll(Stream<NewPerson> persons) {
        doubles.lock(persons);
    }

    /**
     * Registers within the caller's transaction, or opens a review. Two that register the same person at the same moment
     * meet: the second finds the first.
     *
     * @throws FaultException the first finding, if {@link #check} finds any; {@code Server.Registry.Unavailable} as long as
     *     some who are held cannot be found yet after an upgrade
     */
    public RegistrationOutcome register(NewPerson person, NewAffiliation affiliation) {
        return registerAll(List.of(new Entry(person, affiliation))).get(0);
    }

    /**
     * As {@link #register(NewPerson, NewAffiliation)} for who has no affiliation in public education (K3, K14). Whoever
     * asks for it tells of it, when it keeps the ID, now or after the review: see {@link Unaffiliated#tell}.
     */
    public RegistrationOutcome register(NewPerson person) {
        return registerAll(List.of(new Entry(person, null))).get(0);
    }

    /**
     * Puts before the Office, within the caller's transaction, who was found to be registered already and does not know the
     * ID: it says who it is, and whether whoever asks is told.
     */
    public InReview ask(NewPerson person) {
        var alike = doubles.find(List.of(person)).get(0).persons();
        return new InReview(waiting.open(new Entry(person, null), alike));
    }

    /**
     * As {@link #register(NewPerson, NewAffiliation)} for many at once, each outcome in the place of its entry; the same person twice in the list is
     * found. Without a transaction of the caller's each few thousand commit by themselves. A transaction that brings many
     * calls this once, or {@link #lockAll} first, or two could wait for each other.
     */
    public List<RegistrationOutcome> registerAll(List<Entry> entries) {
        // All of a transaction's at once, so that no two transactions wait for each other.
        boolean joins = TransactionSynchronizationManager.isActualTransactionActive();
        if (joins) {
            lockAll(entries.stream().map(Entry::person));
        }
        var outcomes = new ArrayList<RegistrationOutcome>(entries.size());
        for (int from = 0; from < entries.size(); from += CHUNK) {
            var chunk = entries.subList(from, Math.min(entries.size(), from + CHUNK));
            if (joins) {
                rules.require(chunk);
            }
            outcomes.addAll(Objects.requireNonNull(transaction.execute(status -> {
                if (!joins) {
                    lockAll(chunk.stream().map(Entry::person));
                    rules.require(chunk);
                }
                return take(chunk);
            })));
        }
        return outcomes;
    }

    private List<RegistrationOutcome> take(List<Entry> chunk) {
        doubles.requireAllFindable();
        var outcomes = new ArrayList<RegistrationOutcome>(Collections.nCopies(chunk.size(), new AlreadyRegistered()));
        for (var wave : Waves.of(persons(chunk), doubles)) {
            var entries = wave.stream().map(chunk::get).toList();
            var found = foreseen.resemblances(persons(entries));
            var fresh = new ArrayList<Integer>();
            for (int n = 0; n < entries.size(); n++) {
                switch (found.get(n).degree()) {
                    case NONE -> fresh.add(wave.get(n));
                    case ALIKE ->
                        outcomes.set(
                                wave.get(n),
                                new InReview(waiting.open(
                                        entries.get(n), found.get(n).held())));
                    case SAME -> {}
                }
            }
            var ids = newcomers.store(fresh.stream().map(chunk::get).toList());
            for (int n = 0; n < ids.size(); n++) {
                outcomes.set(fresh.get(n), new Registered(ids.get(n)));
            }
        }
        return outcomes;
    }

    private static List<NewPerson> persons(List<Entry> entries) {
        return entries.stream().map(Entry::person).toList();
    }
}
