package dev.kapu.gate;

import dev.kapu.access.Offered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells access what grants can be about. */
@Component
final class OfferedContracts implements Offered {
    private final Doors doors;
    private final Map<String, Set<String>> fields = new HashMap<>();
    private final Set<String> namingInstitution = new HashSet<>();

    OfferedContracts(Contracts contracts, Shapes shapes, Doors doors) {
        this.doors = doors;
        for (var operation : contracts.operations()) {
            fields.put(operation.id(), shapes.answer(operation).fields());
            if (shapes.request(operation).namesInstitution()) {
                namingInstitution.add(operation.id());
            }
        }
        contracts.events().forEach((kind, type) -> {
            fields.put(
                    "events/" + kind,
                    Property.of(type).stream().map(Property::name).collect(Collectors.toUnmodifiableSet()));
            namingInstitution.add("events/" + kind);
        });
    }

    @Override
    public Set<String> operations() {
        return Set.copyOf(fields.keySet());
    }

    @Override
    public Set<String> fields(String operation) {
        return fields.getOrDefault(operation, Set.of());
    }

    @Override
    public boolean namesInstitution(String operation) {
        return namingInstitution.contains(operation);
    }

    @Override
    public boolean deliversTo(String partner) {
        return doors.plan().map(plan -> plan.eventPartners().contains(partner)).orElse(true);
    }
}
