package dev.kapu.portal;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.filing.FormKind;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published templates and their samples, in the reader's language, for everybody (K17); each is made once. */
@Controller
class TemplatePages {
    private final TemplateFiles files;
    private final Map<Wanted, byte[]> made = new ConcurrentHashMap<>();

    TemplatePages(TemplateFiles files) {
        this.files = files;
    }

    private record Wanted(Template form, Format format, Locale language, boolean sample) {
        String fileName() {
            return form.word() + (sample ? "-sample" : "") + "-" + language.getLanguage() + "." + format.extension();
        }
    }

    @GetMapping(PortalSecurity.TEMPLATE)
    ResponseEntity<Resource> template(
            @RequestParam Role role,
            @RequestParam(defaultValue = "REGISTRATION") Purpose purpose,
            @RequestParam Format format,
            Locale language) {
        return file(new Wanted(new FormKind(purpose, role).template(), format, language, false));
    }

    @GetMapping(PortalSecurity.SAMPLE)
    ResponseEntity<Resource> sample(
            @RequestParam Role role,
            @RequestParam(defaultValue = "REGISTRATION") Purpose purpose,
            @RequestParam Format format,
            Locale language) {
        return file(new Wanted(new FormKind(purpose, role).template(), format, language, true));
    }

    private ResponseEntity<Resource> file(Wanted wanted) {
        var content = new ByteArrayResource(made.computeIfAbsent(wanted, this::make));
        return Downloads.of(wanted.fileName(), wanted.format().mediaType(), content);
    }

    private byte[] make(Wanted wanted) {
        try (var out = new ByteArrayOutputStream()) {
            if (wanted.sample()) {
                files.writeSample(wanted.form(), wanted.format(), wanted.language(), out);
            } else {
                files.writeTemplate(wanted.form(), wanted.format(), wanted.language(), out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
