package dev.kapu.portal;

import dev.kapu.workbook.Template;
import java.util.Locale;

/** What was asked with a file. */
record ImportForm(SignedInInstitution who, FormKind kind, boolean allOrNothing, Locale language) {
    Template template() {
        return kind.template();
    }
}
