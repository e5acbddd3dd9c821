package dev.kapu.portal;

import dev.kapu.filing.ImportOrder;
import dev.kapu.workbook.Template;

/** What was asked with a file, and by whom. */
record ImportForm(SignedInInstitution who, ImportOrder order) {
    Template template() {
        return order.template();
    }
}
