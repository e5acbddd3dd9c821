package dev.kapu.registry;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Issues education IDs: random, and unique because the registry's key is (K1). */
@Component
public class EducationIds {
    private final SecureRandom random = new SecureRandom();

    /** @param claim tries to insert the person under an ID and says whether the ID was free; asked until it was */
    public EducationId issue(Predicate<EducationId> claim) {
        return Stream.generate(() -> EducationId.ofSerial(random.nextLong(EducationId.SERIALS)))
                .flatMap(Optional::stream)
                .filter(claim)
                .findFirst()
                .orElseThrow();
    }
}
