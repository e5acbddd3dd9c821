package dev.kapu.gate;

import jakarta.xml.bind.annotation.XmlType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of an answer are. By the contracts' convention a wrapper holds records, and the children of a record
 * are the fields that grants name; an event is a record itself. A wrapper that holds anything else is refused at
 * start-up, for what has no name in a grant could not be withheld.
 */
final class AnswerShape {
    private static final String PERSON = "educationId";

    private final Map<Property, List<Property>> records;

    private AnswerShape(Map<Property, List<Property>> records) {
        this.records = records;
    }

    static AnswerShape ofWrapper(Class<?> wrapper) {
        var records = new LinkedHashMap<Property, List<Property>>();
        for (var child : Property.of(wrapper)) {
            if (!child.type().isAnnotationPresent(XmlType.class) || child.type().isEnum()) {
                throw new IllegalStateException(wrapper.getSimpleName() + " holds '" + child.name()
                        + "' outside a record: the gate could not withhold it");
            }
            if (child.type().getSuperclass() != Object.class) {
                throw new IllegalStateException(wrapper.getSimpleName() + " holds '" + child.name()
                        + "', whose type extends another: the gate could not withhold what it inherits");
            }
            records.put(child, Property.of(child.type()));
        }
        return new AnswerShape(records);
    }

    Set<String> fields() {
        return records.values().stream()
                .flatMap(List::stream)
                .map(Property::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Removes from the answer whatever is not granted. */
    Disclosure minimise(Object wrapper, Set<String> granted) {
        var persons = new LinkedHashSet<String>();
        var fields = new LinkedHashSet<String>();
        for (var entry : records.entrySet()) {
            var held = entry.getKey().get(wrapper);
            if (held instanceof List<?> several) {
                for (var one : several) {
                    minimise(one, entry.getValue(), granted, persons, fields);
                }
            } else {
                minimise(held, entry.getValue(), granted, persons, fields);
            }
        }
        return new Disclosure(List.copyOf(persons), fields);
    }

    /** Removes records from the answer. */
    void without(Set<String> names, Object wrapper) {
        records.keySet().stream().filter(held -> names.contains(held.name())).forEach(held -> held.clear(wrapper));
    }

    static Disclosure minimiseRecord(Object held, Set<String> granted) {
        var persons = new LinkedHashSet<String>();
        var fields = new LinkedHashSet<String>();
        minimise(held, Property.of(held.getClass()), granted, persons, fields);
        return new Disclosure(List.copyOf(persons), fields);
    }

    private static void minimise(
            @Nullable Object held,
            List<Property> properties,
            Set<String> granted,
            Set<String> persons,
            Set<String> fields) {
        if (held == null) {
            return;
        }
        for (var property : properties) {
            var value = property.get(held);
            if (value == null || (value instanceof List<?> list && list.isEmpty())) {
                continue;
            }
            if (property.name().equals(PERSON)) {
                persons.add((String) value);
            }
            if (granted.contains(property.name())) {
                fields.add(property.name());
            } else {
                property.clear(held);
            }
        }
    }
}
