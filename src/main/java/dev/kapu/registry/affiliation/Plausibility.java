package dev.kapu.registry.affiliation;

import dev.kapu.registry.RegistryProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What can be of an affiliation's hours and of the age at which it starts; generous, to catch slips of the pen. */
@Component
public class Plausibility {
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);

    private final RegistryProperties properties;

    public Plausibility(RegistryProperties properties) {
        this.properties = properties;
    }

    /** Of one affiliation. In a dormitory a pupil may spend the whole week. */
    public boolean areHours(AffiliationType type, BigDecimal hours) {
        var most = type == AffiliationType.DORMITORY ? WEEK : BigDecimal.valueOf(properties.hoursAtMost());
        return hours.signum() >= 0
                && hours.compareTo(most) <= 0
                && hours.stripTrailingZeros().scale() <= 2;
    }

    /** Whether a person can hold these at the same time: a week has 168 hours. */
    public boolean fitAWeek(Collection<Affiliation> lasting) {
        return lasting.stream()
                        .map(Affiliation::weeklyHours)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(WEEK)
                <= 0;
    }

    public boolean isAge(AffiliationType type, LocalDate start, LocalDate born) {
        return !start.isBefore(born.plusYears(type.isStudents() ? properties.pupilsAge() : properties.staffAge()));
    }
}
