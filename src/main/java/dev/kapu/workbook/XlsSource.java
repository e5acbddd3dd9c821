package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An .xls (BIFF8, Excel 97 and newer), event by event. Hazard: POI's own exceptions may quote the file. */
final class XlsSource implements Source {
    private static final String STREAM = "Workbook";

    private final POIFSFileSystem files;
    private final Deadline deadline;
    private final XlsOutline outline = new XlsOutline();

    XlsSource(Path file, Deadline deadline) throws IOException {
        this.deadline = deadline;
        files = open(file);
        try {
            checkKind();
            checkClaims();
            process(outline);
        } catch (IOException | RuntimeException refused) {
            files.close();
            throw refused;
        }
    }

    private static POIFSFileSystem open(Path file) throws IOException {
        try {
            return new POIFSFileSystem(file.toFile(), true);
        } catch (RuntimeException malformed) {
            throw Refusal.broken();
        }
    }

    private void checkKind() {
        var root = files.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new FaultException(Fault.WORKBOOK_ENCRYPTED);
        }
        if (!root.hasEntryCaseInsensitive(STREAM)) {
            throw new FaultException(Fault.WORKBOOK_KIND);
        }
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("_VBA_PROJECT")) {
            throw new FaultException(Fault.WORKBOOK_MACROS);
        }
    }

    private void checkClaims() throws IOException {
        try (var stream = files.createDocumentInputStream(STREAM)) {
            XlsClaims.check(stream, deadline);
        } catch (FaultException refused) {
            throw refused;
        } catch (RuntimeException malformed) {
            throw Refusal.broken();
        }
    }

    private void process(XlsRecords listener) throws IOException {
        var request = new HSSFRequest();
        var formats = new FormatTrackingHSSFListener(listener);
        listener.formats(formats);
        request.addListenerForAllRecords(record -> {
            deadline.check();
            formats.processRecord(record);
        });
        try (var stream = files.createDocumentInputStream(STREAM)) {
            new HSSFEventFactory().processEvents(request, stream);
        } catch (FaultException refused) {
            throw refused;
        } catch (EncryptedDocumentException encrypted) {
            throw new FaultException(Fault.WORKBOOK_ENCRYPTED);
        } catch (RuntimeException malformed) {
            throw Refusal.broken();
        }
    }

    @Override
    public List<Sheet> sheets() {
        return outline.sheets();
    }

    @Override
    public boolean since1904() {
        return outline.since1904();
    }

    @Override
    public void read(Sheet sheet, Rows rows) throws IOException {
        var handed = new HandedRows(rows);
        try {
            process(new XlsSheet(Integer.parseInt(sheet.place()), handed));
        } catch (FaultException refused) {
            handed.rethrow();
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
