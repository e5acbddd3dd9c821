package dev.kapu.portal;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.filing.FormKind;
import dev.kapu.filing.ImportFolder;
import dev.kapu.filing.ImportOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Import by spreadsheet (K17, W3). */
@Controller
class ImportPages {
    static final String IMPORT = "/institution/import";
    private static final String RESULT = IMPORT + "/result";

    private final Imports imports;
    private final ImportFolder folder;

    ImportPages(Imports imports, ImportFolder folder) {
        this.imports = imports;
        this.folder = folder;
    }

    @GetMapping(IMPORT)
    String form(@AuthenticationPrincipal SignedInInstitution who, Model model) {
        model.addAttribute("last", imports.last(who).isPresent());
        return "institution/import";
    }

    @PostMapping(IMPORT)
    String upload(
            @AuthenticationPrincipal SignedInInstitution who,
            @RequestParam Role role,
            @RequestParam(defaultValue = "REGISTRATION") Purpose purpose,
            @RequestParam boolean allOrNothing,
            @RequestParam MultipartFile file,
            Locale language)
            throws IOException {
        if (file.isEmpty()) {
            return "redirect:" + IMPORT + "?empty";
        }
        var form = new ImportForm(
                who, new ImportOrder(who.getName(), new FormKind(purpose, role), allOrNothing, language));
        return "redirect:" + (imports.start(form, kept(file)) ? RESULT : RESULT + "?busy");
    }

    private Path kept(MultipartFile file) throws IOException {
        var kept = folder.newFile(".upload");
        try {
            file.transferTo(kept);
            return kept;
        } catch (IOException | RuntimeException broken) {
            ImportFolder.delete(kept);
            throw broken;
        }
    }

    @GetMapping(RESULT)
    String result(@AuthenticationPrincipal SignedInInstitution who, Model model) {
        var job = imports.last(who);
        if (job.isEmpty()) {
            return "redirect:" + IMPORT;
        }
        model.addAttribute("job", job.get().view());
        Optional.ofNullable(job.get().view().fault())
                .ifPresent(no -> model.addAttribute(Refused.NAME, new Refused(no)));
        return "institution/import-result";
    }

    @GetMapping(IMPORT + "/errors")
    ResponseEntity<Resource> errors(@AuthenticationPrincipal SignedInInstitution who) {
        return imports.last(who)
                .filter(job -> job.errorFile() != null && job.isDone())
                .map(job -> Downloads.xlsx(
                        job.form().template().word() + "-errors",
                        new FileSystemResource(Objects.requireNonNull(job.errorFile()))))
                .orElse(ResponseEntity.notFound().build());
    }
}
