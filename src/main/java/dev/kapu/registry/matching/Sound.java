package dev.kapu.registry.matching;

/**
 * How a folded name sounds, roughly, to a Hungarian or Turkish ear: cs, ts and ch are one, so are sz and s, ly and j, i
 * and y, w and v; doubled letters count once.
 */
final class Sound {
    private static final String[][] SPELLINGS = {
        {"tsch", "c"},
        {"th", "t"},
        {"dzs", "j"},
        {"cs", "c"},
        {"ts", "c"},
        {"ch", "c"},
        {"tz", "c"},
        {"cz", "c"},
        {"sch", "s"},
        {"sz", "s"},
        {"zs", "s"},
        {"sh", "s"},
        {"ly", "j"},
        {"gy", "g"},
        {"ny", "n"},
        {"ty", "t"},
        {"ph", "f"},
        {"gh", "g"},
        {"qu", "kv"},
        {"ck", "k"},
        {"q", "k"},
        {"x", "ks"},
        {"w", "v"},
        {"y", "i"},
        {"z", "s"}
    };
    private static final String VOWELS = "aeiou";

    private Sound() {}

    static String of(String word) {
        var sound = word;
        for (var spelling : SPELLINGS) {
            if (sound.contains(spelling[0])) {
                sound = sound.replace(spelling[0], spelling[1]);
            }
        }
        return once(sound);
    }

    /** The first letter, then consonants: what most slips leave alone. */
    static String skeleton(String word) {
        var sound = of(word);
        var skeleton = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            if (i == 0 || VOWELS.indexOf(sound.charAt(i)) < 0) {
                skeleton.append(sound.charAt(i));
            }
        }
        return once(skeleton.toString());
    }

    private static String once(String sound) {
        var once = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            if (i == 0 || sound.charAt(i) != sound.charAt(i - 1)) {
                once.append(sound.charAt(i));
            }
        }
        return once.toString();
    }
}
