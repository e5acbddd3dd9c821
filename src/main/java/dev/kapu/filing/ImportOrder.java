package dev.kapu.filing;

import dev.kapu.workbook.Template;
import java.util.Locale;

/**
 * What was asked with a file.
 *
 * @param institution its code
 * @param language of the file of wrong rows
 */
public record ImportOrder(String institution, FormKind kind, boolean allOrNothing, Locale language) {
    public Template template() {
        return kind.template();
    }
}
