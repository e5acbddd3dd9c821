package dev.kapu.registry.amendment;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.person.FieldRules;
import java.time.LocalDate;
import java.util.List;

/** What can be wrong with an amendment by itself. */
final class AmendmentRules {
    private AmendmentRules() {}

    static List<Finding> of(Amendment amendment, LocalDate today) {
        var rules = new FieldRules(today)
                .name("name", amendment.name())
                .name("birthName", amendment.birthName())
                .name("motherName", amendment.motherName())
                .place("birthPlace", amendment.birthPlace())
                .birthDate(amendment.birthDate())
                .country("citizenship", amendment.citizenship())
                .address("residence", amendment.residence())
                .address("stay", amendment.stay())
                .taj(amendment.taj())
                .post("post", amendment.post())
                .post("qualification", amendment.qualification());
        return amendment.changedOn().isAfter(today)
                ? rules.found("changedOn", Fault.CHANGE_DATE_INVALID).findings()
                : rules.findings();
    }
}
