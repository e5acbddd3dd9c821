package dev.kapu.portal;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.workbook.Template;

/** Of whom, and what for (K19). */
record FormKind(Purpose purpose, Role role) {
    Template template() {
        return Template.valueOf(role.name() + "_" + purpose.name());
    }

    /** @throws IllegalArgumentException for a purpose of which no form is taken */
    Filing<?> filing() {
        return switch (purpose) {
            case REGISTRATION -> new RegistrationFiling();
            case AMENDMENT -> new AmendmentFiling();
            case AFFILIATION -> throw new IllegalArgumentException("no form of affiliations");
        };
    }
}
