package dev.kapu.registry.seed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param enabled whether an empty registry is filled with synthetic persons at start
 * @param persons how many; 20 000 unless said
 * @param institutions how many; one for 133 persons unless said
 */
@Validated
@ConfigurationProperties("kapu.seed")
record SeedProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable @Min(1) @Max(20_000_000) Integer persons,
        @Nullable @Min(Schools.LEAST) @Max(900_000) Integer institutions) {
    private static final int PERSONS = 20_000;
    private static final int PERSONS_PER_INSTITUTION = 133;

    SeedStore.Size size() {
        int wanted = persons == null ? PERSONS : persons;
        return new SeedStore.Size(
                wanted,
                institutions == null ? Math.max(Schools.LEAST, wanted / PERSONS_PER_INSTITUTION) : institutions);
    }

    boolean asksFor(SeedStore.Size other) {
        return (persons == null || persons == other.persons())
                && (institutions == null || institutions == other.institutions());
    }
}
