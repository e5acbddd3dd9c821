package dev.kapu.filing;

import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.Submission;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.CheckedRow;
import dev.kapu.workbook.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What a filled form reports (K19): its rows as entries of a contract, and the two operations that take them.
 *
 * @param <E> entry of the contract
 */
public interface Filing<E> {
    /** The way to the gate for one institution. */
    interface Asking {
        <T> T ask(String operation, Object body, Class<T> answer);

        /** Whether somebody may be handed over to it by whoever asks (K11). */
        default boolean represents(String institution) {
            return false;
        }
    }

    /** @param row without an error; its number becomes the entry's reference */
    E entry(Entry row);

    /** Whom a row without an error describes, to be compared with the other rows; empty where rows name people by ID. */
    default Optional<NewPerson> person(Entry row) {
        return Optional.empty();
    }

    /**
     * What else is wrong with rows that have errors, in their order: by their other cells alone, so that all is said at
     * once. Nobody is looked up.
     */
    default List<List<CellFinding>> besides(List<CheckedRow> wrong, Registrations rules) {
        return wrong.stream().map(row -> List.<CellFinding>of()).toList();
    }

    /** As much of a row with errors as the registry can be asked about; empty if without them it says nothing. */
    default Optional<Entry> askable(CheckedRow wrong) {
        return Optional.empty();
    }

    /** What the registry would say of each, in their order; nothing is kept. */
    List<EntryOutcome> validate(Asking gate, String institution, Role role, boolean allOrNothing, List<E> entries);

    /** @param entries perhaps many more than can be held: to be read from the beginning to the end */
    Submission submit(Asking gate, String institution, Role role, boolean allOrNothing, List<E> entries);
}
