package dev.kapu.registry;

import dev.kapu.fault.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with reported personal data by themselves. Latin letters only: a look-alike letter of another script
 * would hide a person from the search for doubles (K2).
 */
final class PersonRules {
    private static final int OLDEST = 120;
    private static final Pattern NAME = Pattern.compile("(?=.*\\p{L})[\\p{IsLatin}\\p{Mn} .'’/-]{1,100}");
    private static final Pattern PLACE = Pattern.compile("(?=.*\\p{L})[\\p{IsLatin}\\p{Mn}0-9 .,'’()/-]{1,100}");
    private static final Pattern STREET = Pattern.compile("[\\p{IsLatin}\\p{Mn}\\p{N} .,;:'’\"()/&+#-]{1,200}");
    private static final Pattern POSTCODE = Pattern.compile("[0-9A-Z -]{1,20}");
    private static final Pattern HUNGARIAN_POSTCODE = Pattern.compile("[0-9]{4}");
    private static final Pattern TURKISH_POSTCODE = Pattern.compile("[0-9]{5}");
    private static final Pattern POST = Pattern.compile("(?=.*\\p{L})[\\p{IsLatin}\\p{Mn}0-9 .,:;'’()/+&-]{1,100}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    PersonRules(LocalDate today) {
        this.today = today;
    }

    static List<Finding> of(NewPerson person, LocalDate today) {
        return new PersonRules(today)
                .name("name", person.name())
                .name("birthName", person.birthName())
                .name("motherName", person.motherName())
                .text("birthPlace", person.birthPlace(), PLACE)
                .birthDate(person.birthDate())
                .country("citizenship", person.citizenship())
                .address("residence", person.residence())
                .address("stay", person.stay())
                .taj(person.taj())
                .findings();
    }

    static List<Finding> of(Amendment amendment, LocalDate today) {
        var rules = new PersonRules(today)
                .name("name", amendment.name())
                .name("birthName", amendment.birthName())
                .name("motherName", amendment.motherName())
                .text("birthPlace", amendment.birthPlace(), PLACE)
                .birthDate(amendment.birthDate())
                .country("citizenship", amendment.citizenship())
                .address("residence", amendment.residence())
                .address("stay", amendment.stay())
                .taj(amendment.taj())
                .text("post", amendment.post(), POST)
                .text("qualification", amendment.qualification(), POST);
        return amendment.changedOn().isAfter(today)
                ? rules.found("changedOn", Fault.CHANGE_DATE_INVALID).findings()
                : rules.findings();
    }

    static boolean isPost(String text) {
        return POST.matcher(text).matches();
    }

    private PersonRules name(String field, @Nullable PersonName name) {
        return name == null
                ? this
                : text(field + ".family", name.family(), NAME).text(field + ".given", name.given(), NAME);
    }

    private PersonRules text(String field, @Nullable String text, Pattern shape) {
        return text == null || (shape.matcher(text).matches() && text.equals(text.strip()))
                ? this
                : found(field, Fault.TEXT_INVALID);
    }

    private PersonRules birthDate(@Nullable LocalDate day) {
        return day == null || (!day.isAfter(today) && day.isAfter(today.minusYears(OLDEST)))
                ? this
                : found("birthDate", Fault.BIRTH_DATE_INVALID);
    }

    private PersonRules country(String field, @Nullable String code) {
        return code == null || COUNTRIES.contains(code) ? this : found(field, Fault.COUNTRY_INVALID);
    }

    private PersonRules address(String field, @Nullable Address address) {
        return address == null
                ? this
                : country(field + ".country", address.country())
                        .text(field + ".postcode", address.postcode(), postcode(address.country()))
                        .text(field + ".settlement", address.settlement(), PLACE)
                        .text(field + ".street", address.street(), STREET);
    }

    private static Pattern postcode(String country) {
        return switch (country) {
            case "HU" -> HUNGARIAN_POSTCODE;
            case "TR" -> TURKISH_POSTCODE;
            default -> POSTCODE;
        };
    }

    private PersonRules taj(@Nullable String taj) {
        return taj == null || Taj.isValid(taj) ? this : found("socialSecurityNumber", Fault.TAJ_INVALID);
    }

    private PersonRules found(String field, Fault fault) {
        findings.add(new Finding(field, fault));
        return this;
    }

    private List<Finding> findings() {
        return List.copyOf(findings);
    }
}
