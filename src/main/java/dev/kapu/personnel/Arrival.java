package dev.kapu.personnel;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Whose turn it is: the module counts its messages of a person, so a gap means that one is still on its way. */
final class Arrival {
    private Arrival() {}

    /** Those before the first gap, for each ID under which they came; a withdrawn number leaves none. */
    static List<KeptMessage> inTurn(Collection<KeptMessage> kept) {
        return kept.stream().collect(Collectors.groupingBy(KeptMessage::educationId)).values().stream()
                .flatMap(ofOne -> {
                    var numbers = ofOne.stream().map(KeptMessage::number).collect(Collectors.toSet());
                    int next = 1;
                    while (numbers.contains(next)) {
                        next++;
                    }
                    int missing = next;
                    return ofOne.stream().filter(one -> one.number() < missing);
                })
                .toList();
    }
}
