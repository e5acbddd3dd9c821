package dev.kapu.soap;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlEnumValue;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that an element may be, from the classes made of the contract: the validator does not tell more than four. */
final class Enumerated {
    private Enumerated() {}

    /** @param path as of {@link ElementReader#path} */
    static Optional<String> at(Class<?> body, String path) {
        var type = Optional.<Class<?>>of(body);
        for (var step : path.replaceAll("\\[\\d+]", "").split("/", -1)) {
            type = type.flatMap(parent -> child(parent, step));
        }
        return type.filter(Class::isEnum)
                .map(words -> Arrays.stream(words.getFields())
                        .filter(Field::isEnumConstant)
                        .map(Enumerated::word)
                        .collect(Collectors.joining(", ")));
    }

    private static Optional<Class<?>> child(Class<?> parent, String name) {
        return Arrays.stream(parent.getDeclaredFields())
                .filter(field -> name.equals(nameOf(field)))
                .findFirst()
                .map(Enumerated::typeOf);
    }

    private static String nameOf(Field field) {
        var element = field.getAnnotation(XmlElement.class);
        return element == null || element.name().equals("##default") ? field.getName() : element.name();
    }

    /** Of one of many, if there may be many. */
    private static Class<?> typeOf(Field field) {
        return field.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : field.getType();
    }

    private static String word(Field constant) {
        var value = constant.getAnnotation(XmlEnumValue.class);
        return value == null ? constant.getName() : value.value();
    }
}
