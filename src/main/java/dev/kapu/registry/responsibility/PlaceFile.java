package dev.kapu.registry.responsibility;

import dev.kapu.registry.Coordinates;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines of a list of settlements: {@code country,postcode,settlement,latitude,longitude}. */
final class PlaceFile {
    private static final String HEAD = "country,postcode,settlement,latitude,longitude";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Set<List<String>> seen = new HashSet<>();
    private int line;

    /** The byte order mark that some editors write is left out. */
    static boolean isHead(String line) {
        return line.replace("\uFEFF", "").strip().equals(HEAD);
    }

    /**
     * The lines in their order, without the head.
     *
     * @throws IllegalArgumentException names the line that is wrong, or stands there twice
     */
    Place read(String text) {
        line++;
        var parts = text.split(",", -1);
        if (parts.length != 5 || !COUNTRIES.contains(parts[0]) || !isText(parts[1], 20) || !isText(parts[2], 100)) {
            throw wrong();
        }
        if (!seen.add(List.of(parts[0], parts[1], parts[2]))) {
            throw wrong();
        }
        return new Place(parts[0], parts[1], parts[2], new Coordinates(degrees(parts[3], 90), degrees(parts[4], 180)));
    }

    private static boolean isText(String text, int most) {
        return !text.isBlank() && text.length() <= most && text.equals(text.strip()) && !text.contains("\"");
    }

    private double degrees(String text, int most) {
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            throw wrong();
        }
        throw wrong();
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("kapu.registry.places: line " + (line + 1)
                + " is not country,postcode,settlement,latitude,longitude, or names a place twice");
    }
}
