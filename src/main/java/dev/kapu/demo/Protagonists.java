package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.util.List;
import java.util.Optional;

/** Who came up in an earlier scene of the day and comes up again. For one thread. */
final class Protagonists {
    private List<SyntheticPerson> firstGraders = List.of();
    private Optional<SyntheticPerson> cardholder = Optional.empty();
    private Optional<SyntheticPerson> candidate = Optional.empty();

    void firstGraders(List<SyntheticPerson> registered) {
        firstGraders = List.copyOf(registered);
    }

    List<SyntheticPerson> firstGraders() {
        return firstGraders;
    }

    void cardholder(SyntheticPerson issued) {
        cardholder = Optional.of(issued);
    }

    /** The last who got a card. */
    Optional<SyntheticPerson> cardholder() {
        return cardholder;
    }

    void candidate(SyntheticPerson examined) {
        candidate = Optional.of(examined);
    }

    Optional<SyntheticPerson> candidate() {
        return candidate;
    }
}
