package dev.kapu.workbook;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the rows have the headings of a published template that is not the one asked for. */
final class OtherTemplates {
    private final Map<Template, Headings> others = new HashMap<>();
    private @Nullable Template seen;
    private long most;

    OtherTemplates(Template asked) {
        Arrays.stream(Template.values())
                .filter(template -> template != asked)
                .forEach(template -> others.put(template, new Headings(template)));
    }

    /** Of several the one of which most columns are there. */
    void look(Collection<String> row) {
        for (var other : others.entrySet()) {
            long known = other.getValue().known(row);
            if (known > most && other.getValue().areWhole(row)) {
                most = known;
                seen = other.getKey();
            }
        }
    }

    /** @param than so many columns of the template that was asked for */
    Optional<Template> moreOf(int than) {
        return Optional.ofNullable(seen).filter(other -> most > than);
    }
}
