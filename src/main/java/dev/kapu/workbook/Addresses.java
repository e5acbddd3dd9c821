package dev.kapu.workbook;

import java.util.List;
import java.util.Map;

/** What can be said of an address only when all its parts are read. */
final class Addresses {
    private static final List<String> ADDRESSES = List.of("residence.", "stay.");
    private static final List<String> PARTS = List.of("country", "postcode", "settlement", "street");
    private static final int TURKISH_POSTCODE = 5;

    private Addresses() {}

    static void check(Map<String, String> values, Map<String, Problem> problems) {
        for (var address : ADDRESSES) {
            if (PARTS.stream().anyMatch(part -> values.containsKey(address + part))) {
                PARTS.stream()
                        .filter(part -> !values.containsKey(address + part))
                        .forEach(part -> problems.putIfAbsent(address + part, Problem.ADDRESS_INCOMPLETE));
                restoreZero(address, values, problems);
            }
        }
    }

    /** 01000 Adana has become 1000; in Hungary no postcode begins with a zero. */
    private static void restoreZero(String address, Map<String, String> values, Map<String, Problem> problems) {
        var postcode = values.getOrDefault(address + "postcode", "");
        if ("TR".equals(values.get(address + "country"))
                && postcode.length() == TURKISH_POSTCODE - 1
                && postcode.chars().allMatch(c -> c >= '0' && c <= '9')
                && problems.putIfAbsent(address + "postcode", Problem.ZEROS_RESTORED) == null) {
            values.put(address + "postcode", "0" + postcode);
        }
    }
}
