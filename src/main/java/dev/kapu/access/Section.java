package dev.kapu.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping with known keys. Whatever is missing or wrong becomes a problem of the source and is read as a harmless
 * stand-in, so that one reading finds all problems; a policy with problems is never used. A misspelt key is one
 * problem: its value is read as that of the key that was meant.
 */
final class Section {
    private final Node node;
    private final Object what;
    private final YamlSource source;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Section(MappingNode node, Object what, List<String> keys, YamlSource source) {
        this.node = node;
        this.what = what;
        this.source = source;
        var unknown = new LinkedHashMap<String, Node>();
        for (var tuple : node.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!keys.contains(key)) {
                source.problem(tuple.getKeyNode(), Phrase.UNKNOWN_KEY.with(key, what, String.join(", ", keys)));
                unknown.put(key, tuple.getValueNode());
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                source.problem(tuple.getKeyNode(), Phrase.KEY_TWICE.with(key));
            }
        }
        unknown.forEach(
                (key, value) -> Misspelling.of(key, missing(keys)).ifPresent(meant -> values.put(meant, value)));
        values.values().removeIf(value -> Tag.NULL.equals(value.getTag()));
    }

    static Optional<Section> of(Node node, Object what, List<String> keys, YamlSource source) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(mapping, what, keys, source));
        }
        source.problem(node, Phrase.SECTION_EXPECTED.with(what, String.join(", ", keys)));
        return Optional.empty();
    }

    private List<String> missing(List<String> keys) {
        return keys.stream().filter(key -> !values.containsKey(key)).toList();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The only key, where exactly one of the known keys is meant. */
    Optional<String> choice() {
        if (values.size() == 1) {
            return Optional.of(values.keySet().iterator().next());
        }
        source.problem(node, Phrase.ONE_THING_ONLY.with(what));
        return Optional.empty();
    }

    /** @return the text, or an empty one after a problem */
    String text(String key) {
        var value = required(key);
        return value == null ? "" : text(value, key);
    }

    List<ScalarNode> texts(String key) {
        var value = required(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode list)) {
            source.problem(value, Phrase.NOT_A_LIST.with(key));
            return List.of();
        }
        var texts = new LinkedHashMap<String, ScalarNode>();
        for (var item : list.getValue()) {
            if (text(item, key).isEmpty()) {
                continue;
            }
            var scalar = (ScalarNode) item;
            if (texts.putIfAbsent(scalar.getValue(), scalar) != null) {
                source.problem(item, Phrase.ITEM_TWICE.with(scalar.getValue(), key));
            }
        }
        return List.copyOf(texts.values());
    }

    LocalDate date(String key) {
        var text = text(key);
        try {
            return text.isEmpty() ? LocalDate.MIN : LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(key, Phrase.NOT_A_DATE.with(text));
            return LocalDate.MIN;
        }
    }

    long number(String key, long max) {
        var text = text(key);
        if (text.isEmpty()) {
            return 1;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same sentence says it
        }
        problem(key, Phrase.NOT_A_NUMBER.with(text, max));
        return 1;
    }

    Optional<Section> section(String key, List<String> keys) {
        var value = required(key);
        return value == null ? Optional.empty() : of(value, "'" + key + "'", keys, source);
    }

    List<Section> sections(String key, Phrase item, List<String> keys) {
        var value = values.get(key);
        return value == null ? List.of() : source.sections(value, item, keys);
    }

    /** Whether the key holds one word rather than a list. */
    boolean isWord(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    void problem(String key, Sentence sentence) {
        source.problem(values.getOrDefault(key, node), sentence);
    }

    YamlSource.Place place(String key) {
        return source.place(values.getOrDefault(key, node));
    }

    private @Nullable Node required(String key) {
        var value = values.get(key);
        if (value == null) {
            source.problem(node, Phrase.KEY_MISSING.with(key, what));
        }
        return value;
    }

    private String text(Node value, String key) {
        if (!(value instanceof ScalarNode scalar)) {
            source.problem(value, Phrase.NOT_ONE_TEXT.with(key));
            return "";
        }
        if (scalar.getValue().isBlank()) {
            source.problem(value, Phrase.VALUE_EMPTY.with(key));
            return "";
        }
        return scalar.getValue();
    }
}
