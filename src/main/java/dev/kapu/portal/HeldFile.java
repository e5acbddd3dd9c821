package dev.kapu.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a person (K27) as a page shows it: whatever the contract holds, under the contract's names, so that nothing is
 * left out that is added to the contract. {@link HeldWords} says it in the reader's language.
 *
 * @param last the record number after which the looks go on; null if all are told
 */
record HeldFile(List<Section> sections, @Nullable Long last) {
    /** @param name of the element, e.g. {@code affiliation} */
    record Section(String name, List<List<Fact>> entries) {}

    /**
     * @param field as in the contract, e.g. {@code name.family}
     * @param before of a change; else null
     * @param values empty if it was taken away
     */
    record Fact(String field, @Nullable String before, List<String> values) {
        /** Hazard: must not show what is held. */
        @Override
        public String toString() {
            return "Fact";
        }
    }

    /** Hazard: must not show what is held. */
    @Override
    public String toString() {
        return "HeldFile";
    }
}
