package dev.kapu.registry;

import dev.kapu.scope.Reach;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Changes of stored data: only by the responsible institution, by ID, only the changed fields (K12). */
@Component
public class Amendments {
    /** What is wrong with the changes by themselves. */
    public List<Finding> check(Amendment amendment) {
        throw new UnsupportedOperationException("to be written");
    }

    /**
     * Applies within the caller's transaction and writes history.
     *
     * @return the names of the fields that have really changed
     */
    public Set<String> amend(Amendment amendment, Reach reach) {
        throw new UnsupportedOperationException("to be written");
    }
}
