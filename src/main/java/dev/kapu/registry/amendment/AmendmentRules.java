package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.person.FieldRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with an amendment by itself. */
final class AmendmentRules {
    /** Nobody held is older. */
    private static final int LONGEST = 120;

    private AmendmentRules() {}

    /** @param held roles in which the institution holds the person: whether as a student */
    static Optional<Finding> role(Amendment amendment, boolean students, Set<Boolean> held) {
        return fieldOfOthers(amendment, students)
                .or(() -> held.isEmpty() || held.contains(students) ? Optional.empty() : Optional.of("educationId"))
                .map(field -> new Finding(field, Fault.ROLE_MISMATCH));
    }

    /** What only the form of the other role has. */
    private static Optional<String> fieldOfOthers(Amendment amendment, boolean students) {
        if (students) {
            return amendment.post() != null
                    ? Optional.of("post")
                    : Optional.ofNullable(amendment.qualification()).map(any -> "qualification");
        }
        return Optional.ofNullable(amendment.affiliation())
                .filter(change -> change.grade() != null)
                .map(change -> "affiliation.grade");
    }

    static List<Finding> of(Amendment amendment, LocalDate today) {
        var identity = amendment.identity();
        var rules = new FieldRules(today)
                .name("name", identity.name())
                .name("birthName", identity.birthName())
                .name("motherName", identity.motherName())
                .place("birthPlace", identity.birthPlace())
                .birthDate(identity.birthDate())
                .country("citizenship", identity.citizenship())
                .address("residence", amendment.home().residence())
                .address("stay", amendment.home().stay())
                .taj(identity.taj())
                .post("post", amendment.post())
                .post("qualification", amendment.qualification());
        var born = identity.birthDate();
        return amendment.changedOn().isAfter(today)
                        || amendment.changedOn().isBefore(born == null ? today.minusYears(LONGEST) : born)
                ? rules.found("changedOn", Fault.CHANGE_DATE_INVALID).findings()
                : rules.findings();
    }
}
