package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Under which ID a person is held: one that a merger retired leads to the survivor for ever (K1). */
@Component
public class PresentIds {
    private final MergerStore store;
    private final PersonStore persons;

    PresentIds(MergerStore store, PersonStore persons) {
        this.store = store;
        this.persons = persons;
    }

    /** A person's row, locked until the transaction ends. */
    public record Locked(EducationId id, @Nullable String responsible) {}

    /** The ID under which the person of a retired one is held; any other ID as it is. */
    public EducationId current(EducationId id) {
        return survivor(id).orElse(id);
    }

    /** As {@link #current} for many, in the order asked, with one query. */
    public List<EducationId> current(List<EducationId> ids) {
        var survivors = store.survivors(ids);
        return ids.stream().map(id -> survivors.getOrDefault(id, id)).toList();
    }

    public Optional<EducationId> survivor(EducationId retired) {
        return store.survivor(retired);
    }

    /** The ID and all that lead to it. */
    public List<EducationId> all(EducationId present) {
        return Stream.concat(Stream.of(present), store.retired(present).stream())
                .toList();
    }

    /**
     * Waits for other changes of the person and locks the row. A merger may retire the ID meanwhile, so it is followed
     * once more; whether the person is unknown or out of reach takes the same time to say.
     */
    public Optional<Locked> lock(EducationId asked, Reach reach, LocalDate day) {
        var id = current(asked);
        return locked(id, reach, day).or(() -> survivor(id).flatMap(survivor -> locked(survivor, reach, day)));
    }

    private Optional<Locked> locked(EducationId id, Reach reach, LocalDate day) {
        return persons.lock(id, reach, day).map(row -> new Locked(id, row.responsible()));
    }
}
