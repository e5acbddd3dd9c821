package dev.kapu.registry.person;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.Finding;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.matching.Letters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with one field of personal data by itself; a field left out is not wrong. Only {@link Letters}
 * that names are written with: a look-alike would hide a person from the search for doubles (K2).
 */
public final class FieldRules {
    private static final int OLDEST = 120;
    private static final Pattern NAME = Pattern.compile("(?=.*\\p{L})[\\p{IsLatin}\\u0300-\\u036F .'’/-]{1,100}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ./-]+");

    /** Each word of a name is looked for with each of the others. */
    private static final int MOST_WORDS = 10;

    private static final Pattern PLACE =
            Pattern.compile("(?=.*\\p{L})[\\p{IsLatin}\\u0300-\\u036F0-9 .,'’()/-]{1,100}");
    private static final Pattern STREET =
            Pattern.compile("[\\p{IsLatin}\\u0300-\\u036F0-9½¼¾ .,;:'’\"()/&+#–-]{1,200}");
    private static final Pattern POSTCODE = Pattern.compile("[0-9A-Z -]{1,20}");
    private static final Pattern HUNGARIAN_POSTCODE = Pattern.compile("[0-9]{4}");
    private static final Pattern TURKISH_POSTCODE = Pattern.compile("[0-9]{5}");
    private static final Pattern POST =
            Pattern.compile("(?=.*\\p{L})[\\p{IsLatin}\\u0300-\\u036F0-9 .,:;'’()/+&-]{1,100}");
    /** ISO 3166-1 and Kosovo, which has only the code that everybody uses. */
    private static final Set<String> COUNTRIES =
            Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK")).collect(Collectors.toUnmodifiableSet());

    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    public FieldRules(LocalDate today) {
        this.today = today;
    }

    public static boolean isPost(String text) {
        return POST.matcher(text).matches() && Letters.areKnown(text);
    }

    public FieldRules name(String field, @Nullable PersonName name) {
        return name == null ? this : part(field + ".family", name.family()).part(field + ".given", name.given());
    }

    private FieldRules part(String field, String name) {
        int known = findings.size();
        text(field, name, NAME);
        return findings.size() == known && BETWEEN_WORDS.splitAsStream(name).count() > MOST_WORDS
                ? found(field, Fault.TEXT_INVALID)
                : this;
    }

    private FieldRules text(String field, @Nullable String text, Pattern shape) {
        if (text == null) {
            return this;
        }
        if (!Letters.areKnown(text)) {
            return found(field, Fault.LETTER_INVALID);
        }
        boolean fits = shape.matcher(text).matches() && text.equals(text.strip());
        return fits ? this : found(field, Fault.TEXT_INVALID);
    }

    public FieldRules place(String field, @Nullable String place) {
        return text(field, place, PLACE);
    }

    /** Of a post or a qualification. */
    public FieldRules post(String field, @Nullable String post) {
        return text(field, post, POST);
    }

    public FieldRules birthDate(@Nullable LocalDate day) {
        return day == null || (!day.isAfter(today) && day.isAfter(today.minusYears(OLDEST)))
                ? this
                : found("birthDate", Fault.BIRTH_DATE_INVALID);
    }

    public FieldRules country(String field, @Nullable String code) {
        return code == null || COUNTRIES.contains(code) ? this : found(field, Fault.COUNTRY_INVALID);
    }

    public FieldRules address(String field, @Nullable Address address) {
        return address == null
                ? this
                : country(field + ".country", address.country())
                        .postcode(field + ".postcode", address)
                        .text(field + ".settlement", address.settlement(), PLACE)
                        .text(field + ".street", address.street(), STREET);
    }

    private FieldRules postcode(String field, Address address) {
        return postcode(address.country()).matcher(address.postcode()).matches()
                ? this
                : found(field, Fault.POSTCODE_INVALID);
    }

    private static Pattern postcode(String country) {
        return switch (country) {
            case "HU" -> HUNGARIAN_POSTCODE;
            case "TR" -> TURKISH_POSTCODE;
            default -> POSTCODE;
        };
    }

    public FieldRules taj(@Nullable String taj) {
        return taj == null || Taj.isValid(taj) ? this : found("socialSecurityNumber", Fault.TAJ_INVALID);
    }

    public FieldRules found(String field, Fault fault) {
        findings.add(new Finding(field, fault));
        return this;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
