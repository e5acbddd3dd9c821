package dev.kapu.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a request names its subject, its institution and its ground: by the contracts' convention direct children of the body. */
final class RequestShape {
    private final @Nullable Property person;
    private final @Nullable Property institution;
    private final @Nullable Property reference;

    private RequestShape(@Nullable Property person, @Nullable Property institution, @Nullable Property reference) {
        this.person = person;
        this.institution = institution;
        this.reference = reference;
    }

    static RequestShape of(Class<?> request) {
        var properties = Property.of(request);
        return new RequestShape(
                named("educationId", properties),
                named("institutionCode", properties),
                named("requestReference", properties));
    }

    private static @Nullable Property named(String name, List<Property> properties) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean namesInstitution() {
        return institution != null;
    }

    @Nullable
    String educationId(Object body) {
        return person == null ? null : (String) person.get(body);
    }

    /** Where the contract asks for the request of a person on which this one is made: the reference of the case. */
    @Nullable
    String requestReference(Object body) {
        return reference == null ? null : (String) reference.get(body);
    }

    @Nullable
    String institutionCode(Object body) {
        return institution == null ? null : (String) institution.get(body);
    }
}
