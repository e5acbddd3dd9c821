package dev.kapu.workbook;

import java.util.List;
import java.util.Map;

/** What can be said of an address or a name only when all its parts are read: it is whole, or it is not there. */
final class Groups {
    private static final List<String> ADDRESSES = List.of("residence.", "stay.");
    private static final List<String> ADDRESS = List.of("country", "postcode", "settlement", "street");
    private static final List<String> NAMES = List.of("name.", "birthName.", "motherName.");
    private static final List<String> NAME = List.of("family", "given");
    private static final int TURKISH_POSTCODE = 5;

    private Groups() {}

    static void check(Map<String, String> values, Map<String, Problem> problems) {
        for (var address : ADDRESSES) {
            if (complete(address, ADDRESS, Problem.ADDRESS_INCOMPLETE, values, problems)) {
                restoreZero(address, values, problems);
            }
        }
        NAMES.forEach(name -> complete(name, NAME, Problem.NAME_INCOMPLETE, values, problems));
    }

    /** @return false if nothing of it is there */
    private static boolean complete(
            String group,
            List<String> parts,
            Problem problem,
            Map<String, String> values,
            Map<String, Problem> problems) {
        if (parts.stream().noneMatch(part -> values.containsKey(group + part))) {
            return false;
        }
        parts.stream()
                .filter(part -> !values.containsKey(group + part))
                .forEach(part -> problems.putIfAbsent(group + part, problem));
        return true;
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
