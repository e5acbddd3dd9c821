package dev.kapu.registry.doubles;

import dev.kapu.registry.person.NewPerson;
import java.util.OptionalInt;

/** The persons of one list, each compared with those before it (K2); for as many parts as the list comes in. */
public interface Repetitions {
    /** @return the place, from 0 in the order of the calls, of the first who is the same person beyond doubt */
    OptionalInt add(NewPerson person);
}
