package dev.kapu.soap;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Where a contract has {@code base64Binary}, by the types that were generated from it. */
final class BinaryElements {
    private BinaryElements() {}

    /**
     * Whether these names lead to one.
     *
     * @param path from the envelope's element on
     */
    static boolean has(Service service, List<QName> path) {
        if (path.size() < 4
                || !path.get(0).equals(new QName(EnvelopeReader.SOAP, "Envelope"))
                || !path.get(1).equals(new QName(EnvelopeReader.SOAP, "Body"))) {
            return false;
        }
        var operation = service.byElement().get(path.get(2));
        return operation != null && leads(path.subList(3, path.size()), operation.request());
    }

    private static boolean leads(List<QName> path, Type from) {
        var type = from;
        for (var name : path) {
            var field = type instanceof Class<?> parent ? field(name.getLocalPart(), parent) : Optional.<Field>empty();
            if (field.isEmpty()) {
                return false;
            }
            type = content(field.get());
        }
        return type == byte[].class || type == DataHandler.class;
    }

    /** {@code hexBinary} is read by an adapter. */
    private static Optional<Field> field(String element, Class<?> parent) {
        return Arrays.stream(parent.getDeclaredFields())
                .filter(field -> element.equals(name(field)) && !field.isAnnotationPresent(XmlJavaTypeAdapter.class))
                .findFirst();
    }

    private static String name(Field field) {
        var said = field.getAnnotation(XmlElement.class);
        return said == null || said.name().equals("##default") ? field.getName() : said.name();
    }

    private static Type content(Field field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : field.getType();
    }
}
