package dev.kapu.registry;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The first load of the registry (K10): what is counted of a day before its end is not what was so on that day. */
@Component
public class FirstLoad {
    private final FirstReportStore reports;
    private final RegistryProperties properties;
    private final Today today;

    FirstLoad(FirstReportStore reports, RegistryProperties properties, Today today) {
        this.reports = reports;
        this.properties = properties;
        this.today = today;
    }

    /**
     * Whether everybody can be loaded who was there on the day. Where no end of the load is configured, only of days since
     * the first report: of those before, nobody can say when all are loaded.
     */
    public boolean holds(LocalDate day) {
        var end = properties.firstLoad();
        return end == null
                ? reports.reportedSince()
                        .filter(first -> !today.dateOf(first).isAfter(day))
                        .isPresent()
                : today.date().isAfter(end);
    }
}
