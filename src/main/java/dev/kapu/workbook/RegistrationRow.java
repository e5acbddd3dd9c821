package dev.kapu.workbook;

import dev.kapu.registry.Address;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a registration template as the registry takes it; what the registry finds goes back by {@link Entry#located}. */
public final class RegistrationRow {
    private final Entry entry;

    private RegistrationRow(Entry entry) {
        this.entry = entry;
    }

    /** @param entry without an error */
    public static Registrations.Entry of(Entry entry) {
        var row = new RegistrationRow(entry);
        return new Registrations.Entry(row.person(), row.affiliation());
    }

    private NewPerson person() {
        return new NewPerson(
                name("name"),
                name("birthName"),
                name("motherName"),
                text("birthPlace"),
                LocalDate.parse(text("birthDate")),
                Sex.valueOf(constant("sex")),
                text("citizenship"),
                address("residence"),
                address("stay"),
                entry.value("socialSecurityNumber"));
    }

    private NewAffiliation affiliation() {
        return new NewAffiliation(
                new InstitutionCode(text("affiliation.institutionCode")),
                new SiteSerial(text("affiliation.siteSerial")),
                AffiliationType.valueOf(constant("affiliation.type")),
                LocalDate.parse(text("affiliation.startDate")),
                new BigDecimal(text("affiliation.weeklyHours")),
                entry.value("affiliation.grade"),
                entry.value("affiliation.post"));
    }

    private PersonName name(String field) {
        return new PersonName(text(field + ".family"), text(field + ".given"));
    }

    private @Nullable Address address(String field) {
        return entry.value(field + ".country") == null
                ? null
                : new Address(
                        text(field + ".country"),
                        text(field + ".postcode"),
                        text(field + ".settlement"),
                        text(field + ".street"));
    }

    private String constant(String field) {
        return text(field).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String text(String field) {
        return Objects.requireNonNull(entry.value(field), field);
    }
}
