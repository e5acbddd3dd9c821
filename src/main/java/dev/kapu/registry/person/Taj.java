package dev.kapu.registry.person;

/** The social security number's check: weights 3 and 7 in turn on eight digits; the sum modulo 10 is the ninth. */
public final class Taj {
    private Taj() {}

    public static boolean isValid(String text) {
        return text.matches("[0-9]{9}") && check(Integer.parseInt(text.substring(0, 8))) == text.charAt(8) - '0';
    }

    /** @param stem the first eight digits */
    public static String of(int stem) {
        return "%08d%d".formatted(stem, check(stem));
    }

    private static int check(int stem) {
        int sum = 0;
        for (int weight = 7; stem > 0; weight = 10 - weight) {
            sum += stem % 10 * weight;
            stem /= 10;
        }
        return sum % 10;
    }
}
