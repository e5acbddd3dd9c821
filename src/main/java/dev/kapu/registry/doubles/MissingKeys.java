package dev.kapu.registry.doubles;

import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters what those are found by who were loaded by a version that kept no keys (K2): in the background, a few at a time,
 * by one hub at a time; after a stop it goes on where it was.
 */
@Component
class MissingKeys {
    private static final Logger log = LoggerFactory.getLogger(MissingKeys.class);
    private static final int AT_A_TIME = 1_000;
    private static final int TOLD_EVERY = 100_000;

    private final PersonKeyStore keys;
    private final PersonStore persons;
    private final Doubles doubles;
    private final TransactionTemplate transaction;
    private volatile boolean stopped;

    MissingKeys(PersonKeyStore keys, PersonStore persons, Doubles doubles, TransactionTemplate transaction) {
        this.keys = keys;
        this.persons = persons;
        this.doubles = doubles;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (keys.isFilled()) {
            return;
        }
        var thread = new Thread(this::fill, "missing-keys");
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private void fill() {
        log.info("Persons of an earlier version are made findable for the search for doubles");
        try {
            long done = 0;
            for (int some = step(AT_A_TIME); some > 0 && !stopped; some = step(AT_A_TIME)) {
                done += some;
                if (done % TOLD_EVERY == 0) {
                    log.info("{} persons made findable", done);
                }
            }
            log.info("{} persons made findable, {}", done, keys.isFilled() ? "all of them" : "the rest later");
        } catch (DataAccessException | TransactionException later) {
            log.warn(
                    "Persons of an earlier version are made findable at the next start: {}",
                    later.getClass().getSimpleName());
        }
    }

    /** @return how many persons; 0 if there are no more, or another hub is at it */
    int step(int limit) {
        return transaction.execute(status -> {
            var upto = keys.filled();
            if (upto.isEmpty()) {
                return 0;
            }
            var some = persons.after(upto.get(), limit);
            keys.insert(
                    some.stream().map(Person::educationId).toList(),
                    some.stream()
                            .map(person -> doubles.keys(NewPerson.of(person)))
                            .toList());
            keys.setFilled(
                    some.isEmpty()
                            ? Long.MAX_VALUE
                            : some.get(some.size() - 1).educationId().number());
            return some.size();
        });
    }
}
