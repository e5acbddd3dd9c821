package dev.kapu.submission;

import dev.kapu.submission.StoredEntry.Verdict;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What acceptance would find in one list, which is given in parts and in order. Nothing is changed or locked. */
interface Foresight {
    /** @return for each a refusal with findings, that the person is held already, or pending, perhaps with warnings */
    List<Verdict> of(List<Entry> part);

    /** By which those who wait to be registered are found, see {@link EntryStore#pendingElsewhere}. */
    default List<@Nullable Long> keys(List<Entry> part) {
        return Collections.nCopies(part.size(), null);
    }
}
