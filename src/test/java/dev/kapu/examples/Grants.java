package dev.kapu.examples;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The shipped permissions, as a partner may read them. */
final class Grants {
    private static final Map<String, String> SUBJECTS = Map.ofEntries(
            Map.entry("everyone", "everybody"),
            Map.entry("everyone-for-represented-institution", "everybody, on behalf of the represented institution"),
            Map.entry("affiliated-with-represented-institution", "who is affiliated with the represented institution"),
            Map.entry("affiliated-with-named-institution", "who is affiliated with the institution in the request"),
            Map.entry(
                    "cardholders-of-named-institution",
                    "who is affiliated with the institution in the request, or for whom it asked for a card that waits or is issued"),
            Map.entry("responsible-institution", "for whom the represented institution is responsible"),
            Map.entry("unattached", "who is affiliated with no institution"),
            Map.entry("applicants-of-this-procedure", "who applies in a procedure that runs"),
            Map.entry("applicants-to-higher-education", "who applies in a round that runs"),
            Map.entry("candidates-of-this-exam", "candidates of the session"),
            Map.entry("cardholders", "who has, had or asked for a card"),
            Map.entry("in-exam-records", "candidates, and who has got an exam document"),
            Map.entry("in-academic-register", "whose ID higher education has taken over or was given"),
            Map.entry("staff", "whom the personnel module has reported"),
            Map.entry("taught-by-this-teacher", "whom this teacher teaches"),
            Map.entry("child-of-this-parent", "the children of this parent"),
            Map.entry("nobody", "nobody: no data of persons"));

    private final List<Map<String, Object>> all =
            new Yaml().load(GuideSamples.read(Path.of("config/permissions.yaml")));

    /** Those who may, by operation. */
    String holders(String service, String operation) {
        var held = all.stream()
                .filter(grant -> operations(grant).contains(service + "/" + operation))
                .map(Grants::holder)
                .distinct()
                .toList();
        return held.isEmpty() ? "nobody yet" : String.join(", ", held);
    }

    /** A row for each grant that covers something of the service. */
    String rows(String service) {
        var rows = new StringBuilder();
        for (var grant : all) {
            var covered = operations(grant).stream()
                    .filter(operation -> operation.startsWith(service + "/"))
                    .map(operation -> code(operation.substring(service.length() + 1)))
                    .toList();
            if (!covered.isEmpty()) {
                rows.append("| %s | %s | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                holder(grant),
                                code(text(grant, "purpose")),
                                String.join(", ", covered),
                                Objects.requireNonNull(
                                        SUBJECTS.get(text(grant, "subjects")), () -> text(grant, "subjects")),
                                fields(grant),
                                quota(grant),
                                law(grant)));
            }
        }
        return rows.toString();
    }

    private static String holder(Map<String, Object> grant) {
        return grant.containsKey("kind") ? "every institution" : code(text(grant, "partner"));
    }

    private static String fields(Map<String, Object> grant) {
        var fields = texts(grant, "fields");
        return fields.isEmpty() ? "nothing" : String.join(", ", fields);
    }

    private static String quota(Map<String, Object> grant) {
        var quota = inner(grant, "quota");
        return "%s a second, %s a day".formatted(quota.get("perSecond"), quota.get("perDay"));
    }

    private static String law(Map<String, Object> grant) {
        var law = inner(grant, "legalBasis");
        return law.get("text") + " " + law.get("reference");
    }

    private static List<String> operations(Map<String, Object> grant) {
        return texts(grant, "operations");
    }

    private static List<String> texts(Map<String, Object> grant, String key) {
        return ((List<?>) Objects.requireNonNull(grant.get(key)))
                .stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> inner(Map<String, Object> grant, String key) {
        var inner = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(grant.get(key)))
                .forEach((name, value) -> inner.put(String.valueOf(name), String.valueOf(value)));
        return inner;
    }

    private static String text(Map<String, Object> grant, String key) {
        return String.valueOf(grant.get(key));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
