package dev.kapu.admissions;

import dev.kapu.scope.Reach;

/**
 * An institution sees the sheets of its students that were filed through an institution, its own or an earlier one. What
 * somebody has filed with the admissions centre is no business of the school that they may want to leave (ADR 24).
 */
final class SheetReach {
    private SheetReach() {}

    static boolean covers(Reach reach, Sheet sheet) {
        return reach.institution() == null || sheet.institution() != null;
    }
}
