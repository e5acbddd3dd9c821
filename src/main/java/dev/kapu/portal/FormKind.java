package dev.kapu.portal;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.workbook.Template;
import java.util.Arrays;

/** Of whom, and what for (K19). */
record FormKind(Purpose purpose, Role role) {
    /** @throws FaultException for a purpose of which no form is taken */
    Template template() {
        return Arrays.stream(Template.values())
                .filter(template -> template.name().equals(role.name() + "_" + purpose.name()))
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.INVALID, "purpose"));
    }

    /** @throws FaultException for a purpose of which no form is taken */
    Filing<?> filing() {
        return switch (purpose) {
            case REGISTRATION -> new RegistrationFiling();
            case AMENDMENT -> new AmendmentFiling();
            case AFFILIATION -> throw new FaultException(Fault.INVALID, "purpose");
        };
    }
}
