package dev.kapu.admissions;

import dev.kapu.scope.Reach;

/**
 * An institution sees the sheets of its students that were filed through an institution, its own or an earlier one. What
 * somebody has filed with the admissions centre is no business of the school that they may want to leave, and a school
 * on the sheet that did not file it never learns its rank nor the others (ADR 24).
 */
final class SheetReach {
    private SheetReach() {}

    static boolean covers(Reach reach, Sheet sheet) {
        var by = reach.institution();
        return by == null || (sheet.institution() != null && (isFiledBy(by, sheet) || !isChosen(by, sheet)));
    }

    static boolean isFiledBy(String institution, Sheet sheet) {
        return sheet.institution() != null && sheet.institution().text().equals(institution);
    }

    private static boolean isChosen(String institution, Sheet sheet) {
        return sheet.schools().stream().anyMatch(school -> school.text().equals(institution));
    }
}
