package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.List;

/** An applicant whose sheets are about to change, locked until the transaction ends. */
record Applicant(EducationId id, PersonName name, LocalDate born, Subject subject, List<Sheet> sheets) {
    List<Sheet> valid(String procedure) {
        return sheets.stream()
                .filter(sheet -> sheet.procedure().equals(procedure) && sheet.isValid())
                .toList();
    }

    /**
     * The sheet, if it is the valid one and in reach.
     *
     * @throws FaultException {@code Client.Admissions.SheetNotFound}, {@code Client.Admissions.SheetVoid}
     */
    Sheet requireValid(String number, Reach reach) {
        var sheet = sheets.stream()
                .filter(held -> held.number().equals(number) && SheetReach.covers(reach, held))
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.SHEET_NOT_FOUND, "sheetNumber"));
        if (!sheet.isValid()) {
            throw new FaultException(Fault.SHEET_VOID, "sheetNumber");
        }
        return sheet;
    }

    /**
     * That nothing has been decided about the sheets yet, and that whoever asks may touch all of them: a merger may have
     * left several.
     *
     * @throws FaultException {@code Client.Admissions.SheetNotFound}, {@code Client.Admissions.ResultPublished}
     */
    static void requireOpen(List<Sheet> valid, Reach reach) {
        if (!valid.stream().allMatch(sheet -> SheetReach.covers(reach, sheet))) {
            throw new FaultException(Fault.SHEET_NOT_FOUND, "sheetNumber");
        }
        if (valid.stream().anyMatch(sheet -> sheet.result() != null)) {
            throw new FaultException(Fault.RESULT_PUBLISHED);
        }
    }

    /** The schools on the first versions of these sheets; those that were withdrawn count no more. */
    List<InstitutionCode> firstListed(List<Sheet> of) {
        return of.stream()
                .flatMap(sheet -> sheet.version() == 1 ? sheet.schools().stream() : firstListed(before(sheet)).stream())
                .toList();
    }

    private List<Sheet> before(Sheet version) {
        return sheets.stream()
                .filter(sheet -> version.voids().contains(sheet.number()))
                .toList();
    }

    /** Hazard: must not show who it is, or it would reach a log line. */
    @Override
    public String toString() {
        return "Applicant";
    }
}
