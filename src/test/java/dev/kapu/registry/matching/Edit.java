package dev.kapu.registry.matching;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** What happens to a person's data between one registration and the next. */
enum Edit {
    NONE,
    MARRIAGE,
    MARRIAGE_WITHOUT_BIRTH_NAME,
    LOST_ACCENTS,
    CAPITALS,
    SLIP,
    SPELLING,
    SWAPPED_DIGITS,
    SWAPPED_DAY_AND_MONTH,
    NAME_ORDER,
    ONE_GIVEN_NAME,
    MOVED,
    SILENT,
    DELIBERATE;

    Made apply(Made made, RandomGenerator dice, Town town) {
        return switch (this) {
            case NONE -> made;
            case MARRIAGE -> made.named(married(made, dice, town), made.given());
            case MARRIAGE_WITHOUT_BIRTH_NAME ->
                made.named(married(made, dice, town), made.given()).bornAs("", "");
            case LOST_ACCENTS -> texts(made, Edit::withoutAccents);
            case CAPITALS -> texts(made, text -> text.toUpperCase(Locale.ROOT));
            case SLIP -> slip(made, dice);
            case SPELLING ->
                made.called(spelled(made.family()), spelled(made.given()))
                        .ofMother(spelled(made.motherFamily()), made.motherGiven());
            case SWAPPED_DIGITS -> made.born(made.birthPlace(), swappedDigits(made.birthDate(), dice));
            case SWAPPED_DAY_AND_MONTH -> made.born(made.birthPlace(), swappedDayAndMonth(made.birthDate()));
            case NAME_ORDER -> made.called(made.given(), made.family());
            case ONE_GIVEN_NAME -> made.called(made.family(), made.given().split(" ", -1)[0]);
            case MOVED -> made.at(town.place(), town.street());
            case SILENT -> made.at("", "").insured("");
            case DELIBERATE -> deliberate(made.insured(""), dice, town);
        };
    }

    /** Who wants to be registered twice changes two things or three, and keeps quiet about the number. */
    private static Made deliberate(Made made, RandomGenerator dice, Town town) {
        var moved = dice.nextBoolean() ? made.at(town.place(), town.street()) : made;
        var date = moved.birthDate();
        return switch (dice.nextInt(5)) {
            case 0 -> slip(moved, dice).born(moved.birthPlace(), date.plusDays(1));
            case 1 ->
                moved.called(moved.family(), moved.given() + " " + town.given(false, moved.woman()))
                        .born(moved.birthPlace(), date.plusDays(10));
            case 2 -> moved.born(town.place(), date.plusYears(1));
            case 3 -> moved.ofMother(moved.motherFamily(), town.given(false, true));
            default -> moved.called(town.family(false), moved.given());
        };
    }

    private static String married(Made made, RandomGenerator dice, Town town) {
        var husband = town.family(false);
        return switch (dice.nextInt(4)) {
            case 0 -> husband + " " + town.given(false, false) + "né " + made.family();
            case 1 -> husband + "-" + made.family();
            case 2 -> husband + "né " + made.family();
            default -> husband;
        };
    }

    private static Made texts(Made made, UnaryOperator<String> change) {
        return made.called(change.apply(made.family()), change.apply(made.given()))
                .ofMother(change.apply(made.motherFamily()), change.apply(made.motherGiven()))
                .born(change.apply(made.birthPlace()), made.birthDate())
                .at(change.apply(made.settlement()), change.apply(made.street()));
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String spelled(String text) {
        return text.replace("cs", "ts")
                .replace("Cs", "Ch")
                .replace("y", "i")
                .replace("w", "v")
                .replace("sz", "s");
    }

    private static Made slip(Made made, RandomGenerator dice) {
        return switch (dice.nextInt(4)) {
            case 0 -> made.called(slipped(made.family(), dice), made.given());
            case 1 -> made.called(made.family(), slipped(made.given(), dice));
            case 2 -> made.ofMother(slipped(made.motherFamily(), dice), made.motherGiven());
            default -> made.ofMother(made.motherFamily(), slipped(made.motherGiven(), dice));
        };
    }

    private static String slipped(String text, RandomGenerator dice) {
        if (text.length() < 3) {
            return text;
        }
        var slipped = new StringBuilder(text);
        int place = 1 + dice.nextInt(text.length() - 2);
        switch (dice.nextInt(4)) {
            case 0 -> slipped.deleteCharAt(place);
            case 1 -> slipped.insert(place, (char) ('a' + dice.nextInt(26)));
            case 2 -> slipped.setCharAt(place, (char) ('a' + dice.nextInt(26)));
            default -> {
                slipped.setCharAt(place, text.charAt(place + 1));
                slipped.setCharAt(place + 1, text.charAt(place));
            }
        }
        return slipped.toString();
    }

    private static LocalDate swappedDayAndMonth(LocalDate date) {
        return date.getDayOfMonth() > 12
                ? date
                : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    }

    private static LocalDate swappedDigits(LocalDate date, RandomGenerator dice) {
        for (int attempt = 0; attempt < 20; attempt++) {
            var digits = date.toString().replace("-", "").toCharArray();
            int place = 2 + dice.nextInt(5);
            char kept = digits[place];
            digits[place] = digits[place + 1];
            digits[place + 1] = kept;
            var swapped = date(new String(digits));
            if (swapped.isPresent()) {
                return swapped.get();
            }
        }
        return date;
    }

    private static Optional<LocalDate> date(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
