package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticEmployment;
import dev.kapu.registry.seed.SyntheticPersons;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Opens the personnel module's books while the demonstration runs: those of the registry, with a slip here and there. */
final class PersonnelHall implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PersonnelHall.class);
    private static final int ONE_SLIP_IN = 50;

    private final SyntheticPersons registry;
    private final int port;
    private @Nullable PersonnelBooks books;

    PersonnelHall(SyntheticPersons registry, int port) {
        this.registry = registry;
        this.port = port;
    }

    @Override
    public synchronized void start() {
        if (books != null || port == 0) {
            return;
        }
        try {
            books = new PersonnelBooks(port, this::staff);
        } catch (IOException taken) {
            log.warn("The simulated personnel module does not answer: port {} is taken", port);
        }
    }

    private List<SyntheticEmployment> staff(String institution) {
        return registry.staffAt(institution).stream()
                .filter(one -> Math.floorMod(one.educationId().hashCode(), ONE_SLIP_IN) != 0)
                .toList();
    }

    @Override
    public synchronized void stop() {
        if (books != null) {
            books.close();
            books = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return books != null;
    }
}
