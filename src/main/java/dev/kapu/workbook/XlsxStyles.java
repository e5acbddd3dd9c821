package dev.kapu.workbook;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which styles of an .xlsx show a number as a date. */
final class XlsxStyles {
    /** Excel itself has 200 of one's own. */
    private static final int FORMATS = 5000;

    /** Excel's limit, too. */
    private static final int CODE = 255;

    private final BitSet dates = new BitSet();

    /** @param part null for a file that has none */
    static XlsxStyles of(XlsxParts parts, @Nullable String part) throws IOException {
        var styles = new XlsxStyles();
        if (part != null) {
            var formats = new HashMap<Integer, String>();
            XlsxXml.read(parts, part, xml -> {
                boolean inCells = false;
                int index = 0;
                while (xml.nextElement()) {
                    switch (xml.name()) {
                        case "numFmt" -> {
                            if (formats.size() == FORMATS) {
                                throw Refusal.tooLarge("formats");
                            }
                            var code = xml.attribute("formatCode");
                            formats.put(
                                    xml.number("numFmtId", 0),
                                    code == null ? "" : code.substring(0, Math.min(code.length(), CODE)));
                        }
                        case "cellXfs" -> inCells = true;
                        case "cellStyles" -> inCells = false;
                        case "xf" -> {
                            xml.found();
                            if (inCells) {
                                styles.dates.set(index++, isDate(xml.number("numFmtId", 0), formats));
                            }
                        }
                        default -> {}
                    }
                }
            });
        }
        return styles;
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    private static boolean isDate(int format, Map<Integer, String> formats) {
        var code = formats.get(format);
        if (code == null) {
            code = format >= 0 ? BuiltinFormats.getBuiltinFormat(format) : null;
        }
        return code != null && DateUtil.isADateFormat(format, code);
    }
}
