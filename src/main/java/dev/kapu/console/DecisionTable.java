package dev.kapu.console;

import dev.kapu.access.Grant;
import dev.kapu.access.Policies;
import dev.kapu.audit.DisclosureFilter;
import dev.kapu.audit.DisclosureRecord;
import dev.kapu.audit.DisclosureSearch;
import dev.kapu.audit.Recorder;
import dev.kapu.fault.FaultException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The disclosure records, with the law of each grant as it is in force now. */
@Component
class DecisionTable {
    private final Recorder recorder;
    private final DisclosureSearch search;
    private final Policies policies;

    DecisionTable(Recorder recorder, DisclosureSearch search, Policies policies) {
        this.recorder = recorder;
        this.search = search;
        this.policies = policies;
    }

    /** @param next from where the next page goes on; null: there is none */
    record Page(List<DecisionView> decisions, @Nullable Long next) {}

    /** Empty if they cannot be read: when the database is down, the rest of the console must still be seen. */
    Optional<Page> page(DisclosureFilter filter, @Nullable Long before, Locale language) {
        return read(() -> {
            var page = search.page(filter, before);
            return new Page(views(page.records(), language), page.next());
        });
    }

    /** Refusals and failures only. */
    Optional<List<DecisionView>> latestRefusals(int limit, Locale language) {
        return read(() -> views(recorder.latestRefusals(limit), language));
    }

    private List<DecisionView> views(List<DisclosureRecord> records, Locale language) {
        var laws =
                policies.grants().stream().collect(Collectors.toMap(Grant::id, Grant::legalBasis, (one, same) -> one));
        return records.stream()
                .map(disclosure -> DecisionView.of(disclosure, laws::get, language))
                .toList();
    }

    private static <T> Optional<T> read(Supplier<T> table) {
        try {
            return Optional.of(table.get());
        } catch (DataAccessException | FaultException unreadable) {
            return Optional.empty();
        }
    }
}
