package dev.kapu.portal;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
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

/** The published templates and their samples, in the reader's language, for everybody (K17). */
@Controller
class TemplatePages {
    private final TemplateFiles files;

    TemplatePages(TemplateFiles files) {
        this.files = files;
    }

    @GetMapping(PortalSecurity.TEMPLATE)
    ResponseEntity<Resource> template(
            @RequestParam Role role,
            @RequestParam(defaultValue = "REGISTRATION") Purpose purpose,
            @RequestParam Format format,
            Locale language)
            throws IOException {
        var form = new FormKind(purpose, role).template();
        var out = new ByteArrayOutputStream();
        files.writeTemplate(form, format, language, out);
        return file(form, "", format, out);
    }

    @GetMapping(PortalSecurity.SAMPLE)
    ResponseEntity<Resource> sample(
            @RequestParam Role role,
            @RequestParam(defaultValue = "REGISTRATION") Purpose purpose,
            @RequestParam Format format,
            Locale language)
            throws IOException {
        var form = new FormKind(purpose, role).template();
        var out = new ByteArrayOutputStream();
        files.writeSample(form, format, language, out);
        return file(form, "-sample", format, out);
    }

    private static ResponseEntity<Resource> file(Template form, String kind, Format format, ByteArrayOutputStream out) {
        return Downloads.of(
                form.word() + kind + "." + format.extension(),
                format.mediaType(),
                new ByteArrayResource(out.toByteArray()));
    }
}
