package dev.kapu.access;

import dev.kapu.scope.Scope;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code permissions.yaml}. */
final class PermissionsReader {
    private static final List<String> GRANT = List.of(
            "id", "partner", "kind", "operations", "purpose", "legalBasis", "subjects", "fields", "valid", "quota");
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z]\\w*/[A-Za-z]\\w*");
    private static final long PER_SECOND_MAX = 1_000_000;
    private static final long PER_DAY_MAX = 1_000_000_000_000L;

    private final YamlSource source;
    private final Map<String, PartnerEntry> partners;
    private final Map<String, GrantEntry> grants = new LinkedHashMap<>();

    PermissionsReader(YamlSource source, Map<String, PartnerEntry> partners) {
        this.source = source;
        this.partners = partners;
    }

    List<GrantEntry> read(byte[] content) {
        for (var section : source.sections(content, Phrase.GRANT, GRANT)) {
            var entry = entry(section);
            var id = entry.grant().id();
            if (grants.putIfAbsent(id, entry) != null && !id.isEmpty()) {
                section.problem("id", Phrase.GRANT_TWICE.with(id));
            }
        }
        return List.copyOf(grants.values());
    }

    private GrantEntry entry(Section section) {
        var operations = places(section.texts("operations"));
        operations.forEach((operation, place) -> {
            if (!OPERATION.matcher(operation).matches()) {
                source.problem(place.problem(Phrase.NOT_AN_OPERATION.with(operation)));
            }
        });
        if (section.has("operations") && operations.isEmpty()) {
            section.problem("operations", Phrase.OPERATIONS_EMPTY.with());
        }
        var fields = places(section.texts("fields"));
        var grant = new Grant(
                section.text("id"),
                holder(section),
                operations.keySet(),
                section.text("purpose"),
                legalBasis(section),
                subjects(section),
                fields.keySet(),
                valid(section),
                quota(section));
        return new GrantEntry(grant, section.place("id"), section.place("subjects"), operations, fields);
    }

    private @Nullable String holder(Section section) {
        if (section.has("partner") == section.has("kind")) {
            section.problem("id", Phrase.HOLDER_UNCLEAR.with());
            return null;
        }
        if (section.has("kind")) {
            if (!section.text("kind").equals("institution")) {
                section.problem("kind", Phrase.KIND_NOT_SHARED.with());
            }
            return null;
        }
        var partner = section.text("partner");
        if (!partner.isEmpty() && !partners.containsKey(partner)) {
            section.problem("partner", Phrase.NO_SUCH_PARTNER.with(partner));
        }
        return partner;
    }

    private static Scope subjects(Section section) {
        var word = section.text("subjects");
        var scope = Scope.of(word);
        if (scope.isEmpty() && !word.isEmpty()) {
            section.problem(
                    "subjects",
                    Phrase.UNKNOWN_SCOPE.with(
                            word, Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "))));
        }
        return scope.orElse(Scope.NOBODY);
    }

    private static Grant.LegalBasis legalBasis(Section section) {
        return section.section("legalBasis", List.of("text", "reference"))
                .map(basis -> new Grant.LegalBasis(basis.text("text"), basis.text("reference")))
                .orElse(new Grant.LegalBasis("", ""));
    }

    private static Grant.Validity valid(Section section) {
        var days = section.section("valid", List.of("from", "until"))
                .map(valid -> new Grant.Validity(valid.date("from"), valid.date("until")))
                .orElse(Grant.Validity.NEVER);
        if (days.until().isBefore(days.from()) && days.until().getYear() > 0) {
            section.problem("valid", Phrase.ENDS_BEFORE_IT_BEGINS.with(days.until(), days.from()));
        }
        return days;
    }

    private static Grant.Quota quota(Section section) {
        return section.section("quota", List.of("perSecond", "perDay"))
                .map(quota ->
                        new Grant.Quota(quota.number("perSecond", PER_SECOND_MAX), quota.number("perDay", PER_DAY_MAX)))
                .orElse(new Grant.Quota(1, 1));
    }

    private Map<String, YamlSource.Place> places(List<ScalarNode> words) {
        var places = new LinkedHashMap<String, YamlSource.Place>();
        for (var word : words) {
            places.put(word.getValue(), source.place(word));
        }
        return places;
    }
}
