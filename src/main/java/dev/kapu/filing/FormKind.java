package dev.kapu.filing;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.workbook.Template;

/** Of whom, and what for (K19). */
public record FormKind(Purpose purpose, Role role) {
    public Template template() {
        return Template.valueOf(role.name() + "_" + purpose.name());
    }

    public Filing<?> filing() {
        return switch (purpose) {
            case REGISTRATION -> new RegistrationFiling();
            case AMENDMENT -> new AmendmentFiling();
            case AFFILIATION -> new AffiliationFiling();
        };
    }
}
