package dev.kapu.submission;

import dev.kapu.registry.institution.Institutions;
import dev.kapu.scope.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sheet by which the head of the institution authenticates a submission (K16, K20). */
@Component
public class Sheets {
    private final Tracking tracking;
    private final EntryStore entries;
    private final Institutions institutions;
    private final SheetPrinter printer;

    Sheets(Tracking tracking, EntryStore entries, Institutions institutions, SheetPrinter printer) {
        this.tracking = tracking;
        this.entries = entries;
        this.institutions = institutions;
        this.printer = printer;
    }

    /**
     * A PDF for A4 paper. In the internet mode it shows nobody's data, only their hash; else all data, densely.
     *
     * @throws dev.kapu.fault.FaultException {@code Client.Submission.NotFound}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(String number, Locale language, Reach reach) {
        var submission = tracking.find(number, reach);
        var rows = submission.form().printsAllData() ? rows(number, language) : List.<SheetRow>of();
        return printer.pdf(submission, institutions.find(submission.institution()), rows, language);
    }

    private List<SheetRow> rows(String number, Locale language) {
        var words = new SheetWords(language);
        var rows = new ArrayList<SheetRow>();
        entries.each(
                number,
                page -> page.stream().map(entry -> SheetRow.of(entry, words)).forEach(rows::add));
        return rows;
    }
}
