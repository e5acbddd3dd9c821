package dev.kapu.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Start, end and hand-over of an affiliation stand side by side in a row; one of them is filled, and that one whole. */
final class Movements {
    private static final Map<String, List<String>> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("start.", List.of("birthDate", "siteSerial", "type", "startDate", "weeklyHours"));
        REQUIRED.put("end.", List.of("type", "endDate"));
        REQUIRED.put(
                "handOver.",
                List.of("endDate", "toInstitutionCode", "toSiteSerial", "type", "startDate", "weeklyHours"));
    }

    private Movements() {}

    static void check(Map<String, String> values, Map<String, Problem> problems) {
        var filled = REQUIRED.keySet().stream()
                .filter(group -> values.keySet().stream().anyMatch(field -> field.startsWith(group)))
                .toList();
        if (filled.isEmpty()) {
            problems.putIfAbsent("educationId", Problem.NO_MOVEMENT);
        }
        if (filled.size() > 1) {
            values.keySet().stream()
                    .filter(field -> filled.stream().anyMatch(field::startsWith))
                    .forEach(field -> problems.putIfAbsent(field, Problem.SEVERAL_MOVEMENTS));
            return;
        }
        filled.forEach(group -> REQUIRED.getOrDefault(group, List.of()).stream()
                .filter(part -> !values.containsKey(group + part))
                .forEach(part -> problems.putIfAbsent(group + part, Problem.REQUIRED)));
    }
}
