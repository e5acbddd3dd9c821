package dev.kapu.portal;

import dev.kapu.contract.submission.Role;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published templates and their samples, in the reader's language (K17). */
@Controller
class TemplatePages {
    private final TemplateFiles files;

    TemplatePages(TemplateFiles files) {
        this.files = files;
    }

    @GetMapping("/institution/template")
    ResponseEntity<Resource> template(@RequestParam Role role, @RequestParam Format format, Locale language)
            throws IOException {
        var out = new ByteArrayOutputStream();
        files.writeTemplate(ImportForm.template(role), format, language, out);
        return file(role, "", format, out);
    }

    @GetMapping("/institution/sample")
    ResponseEntity<Resource> sample(@RequestParam Role role, @RequestParam Format format, Locale language)
            throws IOException {
        var out = new ByteArrayOutputStream();
        files.writeSample(ImportForm.template(role), format, language, out);
        return file(role, "-sample", format, out);
    }

    private static ResponseEntity<Resource> file(Role role, String kind, Format format, ByteArrayOutputStream out) {
        return Downloads.of(
                ImportForm.template(role).word() + kind + "." + format.extension(),
                format.mediaType(),
                new ByteArrayResource(out.toByteArray()));
    }
}
