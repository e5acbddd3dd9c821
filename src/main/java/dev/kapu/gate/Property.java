package dev.kapu.gate;

import jakarta.xml.bind.annotation.XmlElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One child element of a contract type, by its name in the schema. */
record Property(String name, Field field) {

    static List<Property> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Property::of)
                .toList();
    }

    private static Property of(Field field) {
        field.setAccessible(true);
        var element = field.getAnnotation(XmlElement.class);
        boolean named = element != null && !element.name().equals("##default");
        return new Property(named ? element.name() : field.getName(), field);
    }

    /** The type of the element, also where it may be repeated. */
    Class<?> type() {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }

    @Nullable
    Object get(Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new LinkageError(field.toString(), impossible);
        }
    }

    void clear(Object owner) {
        try {
            field.set(owner, null);
        } catch (IllegalAccessException impossible) {
            throw new LinkageError(field.toString(), impossible);
        }
    }
}
