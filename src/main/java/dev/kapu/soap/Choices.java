package dev.kapu.soap;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlEnum;
import jakarta.xml.bind.annotation.XmlEnumValue;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that an element of a contract may hold: the validator's own words leave them out where they are many. */
final class Choices {
    private Choices() {}

    /**
     * @param body the type of the body
     * @param path names of the elements below it
     * @return empty where the contract has no list
     */
    static Optional<String> at(Class<?> body, List<String> path) {
        Class<?> type = body;
        for (var name : path) {
            var field = fields(type).filter(held -> isCalled(held, name)).findFirst();
            if (field.isEmpty()) {
                return Optional.empty();
            }
            type = typeOf(field.get());
        }
        return type.isAnnotationPresent(XmlEnum.class)
                ? Optional.of(Arrays.stream(type.getFields())
                        .filter(Field::isEnumConstant)
                        .map(Choices::word)
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, held -> held != null && held != Object.class, Class::getSuperclass)
                .flatMap(held -> Arrays.stream(held.getDeclaredFields()));
    }

    private static boolean isCalled(Field field, String name) {
        var element = field.getAnnotation(XmlElement.class);
        return name.equals(element == null || element.name().equals("##default") ? field.getName() : element.name());
    }

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
