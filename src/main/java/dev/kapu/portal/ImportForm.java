package dev.kapu.portal;

import dev.kapu.contract.submission.Role;
import dev.kapu.workbook.Template;
import java.util.Locale;

/** What was asked with a file. */
record ImportForm(SignedInInstitution who, Role role, boolean allOrNothing, Locale language) {
    Template template() {
        return template(role);
    }

    static Template template(Role role) {
        return role == Role.STAFF ? Template.STAFF_REGISTRATION : Template.STUDENT_REGISTRATION;
    }
}
