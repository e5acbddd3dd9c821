package dev.kapu.systems.submissions;

import dev.kapu.contract.submission.Language;
import dev.kapu.contract.workbooks.ImportWorkbook;
import dev.kapu.contract.workbooks.ImportWorkbookResponse;
import dev.kapu.filing.FormKind;
import dev.kapu.filing.ImportFolder;
import dev.kapu.filing.ImportOrder;
import dev.kapu.filing.Importer;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.workbook.ImportProperties;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/**
 * Import of workbooks (K17, W3). The gate has let this one question in and records its answer; the forms' own steps are
 * asked within it, so that all commits together (ADR 22).
 */
@Component
class WorkbookImports {
    private static final Language USUAL = Language.HU;

    /** To write the file of wrong rows, when all has been read. */
    private static final Duration ENDING = Duration.ofMinutes(1);

    private final Importer importer;
    private final ImportFolder folder;
    private final FormSteps steps;
    private final ImportRoom room;
    private final IdleTransactionStore transaction;
    private final ImportProperties limits;

    WorkbookImports(
            Importer importer,
            ImportFolder folder,
            FormSteps steps,
            ImportRoom room,
            IdleTransactionStore transaction,
            ImportProperties limits) {
        this.importer = importer;
        this.folder = folder;
        this.steps = steps;
        this.room = room;
        this.transaction = transaction;
        this.limits = limits;
    }

    /** The file of wrong rows leaves once: kept with each first answer, they would fill the database. */
    @ChangesRegistry(leavesOnce = "errorFile")
    public ImportWorkbookResponse take(
            ImportWorkbook form,
            @ExchangeProperty(Reach.PARTNER) String partner,
            @ExchangeProperty(Reach.PROPERTY) Reach reach)
            throws IOException {
        var file = kept(form.getWorkbook());
        // It is on the disk now; the message's hash was taken before.
        form.setWorkbook(null);
        try {
            room.enter(form.getInstitutionCode(), Files.size(file));
            try {
                transaction.mayIdle(limits.maxTime().plus(ENDING));
                return taken(file, form, partner, reach);
            } finally {
                room.leave(form.getInstitutionCode());
            }
        } finally {
            ImportFolder.delete(file);
        }
    }

    private ImportWorkbookResponse taken(Path file, ImportWorkbook form, String partner, Reach reach)
            throws IOException {
        var language = form.getLanguage() == null ? USUAL : form.getLanguage();
        var order = new ImportOrder(
                form.getInstitutionCode(),
                new FormKind(form.getPurpose(), form.getRole()),
                Boolean.TRUE.equals(form.isAllOrNothing()),
                Locale.forLanguageTag(language.value()));
        var answer = new WorkbookAnswer(Boolean.TRUE.equals(form.isErrorFile()));
        importer.run(file, order, steps.asking(partner, reach, answer::outcomes), answer);
        return answer.made();
    }

    private Path kept(DataHandler workbook) throws IOException {
        var file = folder.newFile(".upload");
        try (var out = Files.newOutputStream(file)) {
            workbook.writeTo(out);
            return file;
        } catch (IOException | RuntimeException broken) {
            ImportFolder.delete(file);
            throw broken;
        }
    }
}
