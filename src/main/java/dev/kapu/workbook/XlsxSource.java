package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An .xlsx (ECMA-376), strict or transitional. */
final class XlsxSource implements Source {
    /** Sheets, or parts that are pointed at; real files have some ten. */
    private static final int MOST = 2000;

    private static final int LONGEST = 1024;

    private final XlsxParts parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final XlsxStyles styles;
    private final XlsxStrings strings;
    private boolean since1904;

    XlsxSource(Path file, Deadline deadline, int maxRows) throws IOException {
        parts = new XlsxParts(file, deadline, maxRows);
        try {
            refuseMacros();
            var workbook = targets("_rels/.rels", "").values().stream()
                    .filter(target -> target.type().endsWith("/officeDocument"))
                    .findFirst()
                    .orElseThrow(() -> new FaultException(Fault.WORKBOOK_KIND));
            int folder = workbook.part().lastIndexOf('/') + 1;
            var base = workbook.part().substring(0, folder);
            var targets = targets(base + "_rels/" + workbook.part().substring(folder) + ".rels", base);
            readWorkbook(workbook.part(), targets);
            if (sheets.isEmpty()) {
                throw new FaultException(Fault.WORKBOOK_KIND);
            }
            styles = XlsxStyles.of(parts, part(targets, "/styles"));
            strings = XlsxStrings.of(parts, part(targets, "/sharedStrings"));
        } catch (IOException | RuntimeException refused) {
            parts.close();
            throw refused;
        }
    }

    private record Target(String type, String part) {}

    private void refuseMacros() throws IOException {
        XlsxXml.read(parts, "[Content_Types].xml", xml -> {
            while (xml.nextElement()) {
                var type = xml.attribute("ContentType");
                if (type != null && type.contains("macroEnabled")) {
                    throw new FaultException(Fault.WORKBOOK_MACROS);
                }
            }
        });
    }

    private void readWorkbook(String part, Map<String, Target> targets) throws IOException {
        XlsxXml.read(parts, part, xml -> {
            while (xml.nextElement()) {
                if (xml.name().equals("workbookPr")) {
                    var date1904 = xml.attribute("date1904");
                    since1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (xml.name().equals("sheet")) {
                    var target = targets.get(String.valueOf(xml.reference("id")));
                    var name = xml.attribute("name");
                    if (target == null || name == null) {
                        throw Refusal.broken();
                    }
                    var state = xml.attribute("state");
                    requireRoom(sheets.size(), "sheets");
                    if (target.type().endsWith("/worksheet")) {
                        sheets.add(new Sheet(name, state != null && !state.equals("visible"), target.part()));
                    }
                }
            }
        });
    }

    private Map<String, Target> targets(String part, String base) throws IOException {
        var targets = new HashMap<String, Target>();
        XlsxXml.read(parts, part, xml -> {
            while (xml.nextElement()) {
                var id = xml.attribute("Id");
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    requireRoom(targets.size(), "relationships");
                    if (id.length() + type.length() + target.length() > LONGEST) {
                        throw Refusal.broken();
                    }
                    targets.put(id, new Target(type, resolved(base, target)));
                }
            }
        });
        return targets;
    }

    private static void requireRoom(int held, String of) {
        if (held == MOST) {
            throw Refusal.tooLarge(of);
        }
    }

    private static String resolved(String base, String target) {
        try {
            return URI.create("/" + base).resolve(target).normalize().getPath().substring(1);
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException malformed) {
            throw Refusal.broken();
        }
    }

    private static @Nullable String part(Map<String, Target> targets, String type) {
        return targets.values().stream()
                .filter(target -> target.type().endsWith(type))
                .map(Target::part)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public boolean since1904() {
        return since1904;
    }

    @Override
    public void read(Sheet sheet, Rows rows) throws IOException {
        XlsxXml.read(parts, sheet.place(), xml -> new XlsxSheet(xml, strings, styles, rows).read());
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
