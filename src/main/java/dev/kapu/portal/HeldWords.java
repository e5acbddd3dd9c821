package dev.kapu.portal;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultTexts;
import dev.kapu.fault.Texts;
import dev.kapu.workbook.FieldWords;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the file of a person (K27) calls things, and how it writes them, in one language. What has no word here, such as a
 * name, stays as it is held.
 */
final class HeldWords {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,20}(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern HOURS = Pattern.compile("\\d{1,4}(\\.\\d{1,5})?");

    /** Of a person with several affiliations, in the history of a merger. */
    private static final Pattern NUMBERED = Pattern.compile("affiliation\\.(\\d+)\\.(.+)");

    private static final String RESULT = "result.";
    private static final String INSTITUTION = "institution-";

    /** Their values are names of fields. */
    private static final Set<String> NAMES = Set.of("disclosedField", "differingField", "fields");

    private static final Set<String> PARTNERS = Set.of("partner", "withdrawnBy");
    private static final Set<String> COUNTRIES = Set.of("country", "citizenship");

    private static final Texts WORDS = new Texts("held");
    private static final Texts PAGES = new Texts("institution");

    private final Locale language;
    private final ZoneId zone;
    private final PageDays days;

    HeldWords(Locale language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.days = new PageDays(language);
    }

    public String label(HeldFile.Fact fact) {
        return label(fact.field());
    }

    /** @param section in which it stands, where one word may mean another thing than elsewhere */
    public String said(String section, HeldFile.Fact fact) {
        var now = fact.values().stream()
                .map(value -> value(section, fact.field(), value))
                .collect(Collectors.joining(", "));
        var said = now.isEmpty() ? "–" : now;
        return fact.before() == null ? said : value(section, fact.field(), fact.before()) + " → " + said;
    }

    String label(String field) {
        return word(field).orElse(field);
    }

    /** @return empty if it has no word in this language */
    Optional<String> word(String field) {
        var numbered = NUMBERED.matcher(field);
        if (numbered.matches()) {
            return word(numbered.group(2)).map(word -> word + " (" + numbered.group(1) + ")");
        }
        if (field.startsWith(RESULT)) {
            var subject = field.substring(RESULT.length());
            return known("field.result")
                    .map(result -> result + ": " + known("subject." + subject).orElse(subject));
        }
        return Stream.of(
                        known("field." + field),
                        Optional.of(FieldWords.of(field, language)).filter(word -> !word.equals(field)),
                        known("field." + last(field)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of a value that is one of a list, by the contract or by the policy. */
    Optional<String> word(String section, String field, String value) {
        var last = last(field);
        if (last.equals("operation")) {
            return known("operation." + value);
        }
        if (last.equals("type")) {
            return PAGES.find(language, "portal.type." + value);
        }
        return PARTNERS.contains(last)
                ? partner(value)
                : known("value." + section + "." + last + "." + value).or(() -> known("value." + last + "." + value));
    }

    private String value(String section, String field, String value) {
        var last = last(field);
        if (NAMES.contains(last)) {
            return each(value, this::label);
        }
        if (field.startsWith(RESULT)) {
            return each(value, part -> known("value.level." + part).orElse(part));
        }
        return word(section, field, value).orElseGet(() -> written(last, value));
    }

    private String written(String field, String value) {
        if (COUNTRIES.contains(field)) {
            return country(value);
        }
        if (field.equals("weeklyHours") && HOURS.matcher(value).matches()) {
            return NumberFormat.getInstance(language).format(new BigDecimal(value));
        }
        if (field.equals("reason")) {
            return Arrays.stream(Fault.values())
                    .filter(fault -> fault.code().equals(value))
                    .findFirst()
                    .map(fault -> FaultTexts.text(fault, language, null))
                    .orElse(value);
        }
        if (value.equals("true") || value.equals("false")) {
            return known("value." + value).orElse(value);
        }
        boolean saysDays = field.equals("because") || PageDays.isDay(value);
        return MOMENT.matcher(value).matches() ? moment(value) : saysDays ? days.within(value) : value;
    }

    private Optional<String> partner(String name) {
        return name.startsWith(INSTITUTION)
                ? known("partner.institution").map(pages -> pages + " (" + name.substring(INSTITUTION.length()) + ")")
                : known("partner." + name);
    }

    private String moment(String text) {
        try {
            return OffsetDateTime.parse(text).atZoneSameInstant(zone).format(days.pattern("time"));
        } catch (DateTimeException onlyLooksLikeOne) {
            return text;
        }
    }

    private String country(String code) {
        try {
            return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
        } catch (IllformedLocaleException none) {
            return code;
        }
    }

    private Optional<String> known(String key) {
        return WORDS.find(language, "held." + key);
    }

    private static String each(String values, UnaryOperator<String> word) {
        return Arrays.stream(values.split(", ")).map(word).collect(Collectors.joining(", "));
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
