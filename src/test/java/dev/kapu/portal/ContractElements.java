package dev.kapu.portal;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The elements of an answer, as its contract's classes have them. */
final class ContractElements {
    /** Hold facts by their names, which are words of other contracts. */
    private static final List<String> NAMED = List.of("changedField", "datum");

    private ContractElements() {}

    /** By the name of each child the elements with text in it, by their path, with their type. */
    static Map<String, Map<String, Class<?>>> sections(Class<?> answer) {
        var sections = new LinkedHashMap<String, Map<String, Class<?>>>();
        fields(answer).forEach(child -> sections.put(name(child), leaves(type(child), "", new LinkedHashMap<>())));
        return sections;
    }

    /** @param list an enumeration of the contract */
    static List<String> values(Class<?> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(ContractElements::value)
                .toList();
    }

    private static String value(Object constant) {
        try {
            return (String) constant.getClass().getMethod("value").invoke(constant);
        } catch (ReflectiveOperationException generatedOtherwise) {
            throw new LinkageError(constant.toString(), generatedOtherwise);
        }
    }

    private static Map<String, Class<?>> leaves(Class<?> type, String path, Map<String, Class<?>> into) {
        for (var field : fields(type)) {
            var held = type(field);
            if (NAMED.contains(name(field))) {
                into.put(path + name(field), String.class);
            } else if (held.isAnnotationPresent(XmlType.class) && !held.isEnum() && !isText(held)) {
                leaves(held, path + name(field) + ".", into);
            } else {
                into.put(path + name(field), held);
            }
        }
        return into;
    }

    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(XmlValue.class));
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.isAnnotationPresent(XmlAttribute.class))
                .toList();
    }

    private static String name(Field field) {
        var element = field.getAnnotation(XmlElement.class);
        return element == null || element.name().equals("##default") ? field.getName() : element.name();
    }

    private static Class<?> type(Field field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }
}
