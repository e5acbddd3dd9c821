package dev.kapu.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx written by hand, part by part, as no spreadsheet program would. */
final class Zip {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private final Map<String, Content> parts = new LinkedHashMap<>();

    private int level = Deflater.BEST_SPEED;

    interface Content {
        void to(OutputStream out) throws IOException;
    }

    Zip part(String name, String content) {
        parts.put(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** @param content of the worksheet's element */
    Zip workbook(String doctype, String content) {
        return workbook(doctype, content, TYPE);
    }

    Zip workbook(String doctype, String content, String type) {
        outline(type);
        return part(
                "xl/worksheets/sheet1.xml", doctype + "<worksheet xmlns=\"" + MAIN + "\">" + content + "</worksheet>");
    }

    Zip sheet(Content content) {
        outline(TYPE);
        parts.put("xl/worksheets/sheet1.xml", out -> {
            out.write(("<worksheet xmlns=\"" + MAIN + "\">").getBytes(StandardCharsets.US_ASCII));
            content.to(out);
            out.write("</worksheet>".getBytes(StandardCharsets.US_ASCII));
        });
        return this;
    }

    private void outline(String type) {
        part(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "\"/></Types>");
        part("_rels/.rels", relation("/officeDocument", "xl/workbook.xml"));
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relation("/worksheet", "worksheets/sheet1.xml"));
    }

    /** @param content of its element */
    Zip sharedStrings(Content content) {
        parts.put("xl/sharedStrings.xml", out -> {
            out.write(("<sst xmlns=\"" + MAIN + "\">").getBytes(StandardCharsets.US_ASCII));
            content.to(out);
            out.write("</sst>".getBytes(StandardCharsets.US_ASCII));
        });
        return part(
                "xl/_rels/workbook.xml.rels",
                relation("/worksheet", "worksheets/sheet1.xml")
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"b\" Type=\"" + RELATIONS
                                        + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"));
    }

    Zip tight() {
        level = Deflater.BEST_COMPRESSION;
        return this;
    }

    private static String relation(String type, String target) {
        return "<Relationships><Relationship Id=\"a\" Type=\"" + RELATIONS + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    Path in(Path folder) {
        try {
            var file = Files.createTempFile(folder, "zip", ".xlsx");
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.setLevel(level);
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    part.getValue().to(zip);
                    zip.closeEntry();
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
