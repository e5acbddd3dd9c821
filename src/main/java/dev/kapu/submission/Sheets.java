package dev.kapu.submission;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.kapu.registry.Institutions;
import dev.kapu.scope.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The sheet by which the head of the institution authenticates a submission (K16, K20). */
@Component
public class Sheets {
    private final Submissions submissions;
    private final EntryStore entries;
    private final Institutions institutions;
    private final SubmissionProperties properties;
    private final ZoneId zone;
    private final SpringTemplateEngine templates;

    Sheets(
            Submissions submissions,
            EntryStore entries,
            Institutions institutions,
            SubmissionProperties properties,
            ZoneId calendarZone) {
        this.submissions = submissions;
        this.entries = entries;
        this.institutions = institutions;
        this.properties = properties;
        this.zone = calendarZone;
        this.templates = templates();
    }

    /**
     * A PDF for A4 paper. In the internet mode it shows nobody's data, only their hash; else all data, densely.
     *
     * @throws dev.kapu.fault.FaultException {@code Client.Submission.NotFound}
     */
    public byte[] pdf(String number, Locale language, Reach reach) {
        var submission = submissions.find(number, reach);
        var form = submission.form();
        var content = new Context(
                language,
                Map.ofEntries(
                        Map.entry("language", language.getLanguage()),
                        Map.entry("submission", submission),
                        Map.entry("purpose", Word.of(form.purpose())),
                        Map.entry("role", Word.of(form.role())),
                        Map.entry("mode", Word.of(form.mode())),
                        Map.entry("institution", institutions.find(submission.institution())),
                        Map.entry("receivedAt", received(submission, language)),
                        Map.entry("square", Codes.square(submission.barcode())),
                        Map.entry("linear", Codes.linear(submission.number())),
                        Map.entry("hash", lines(submission.hash())),
                        Map.entry("postTo", properties.postTo()),
                        Map.entry("all", form.printsAllData()),
                        Map.entry("rows", form.printsAllData() ? rows(number) : List.of())));
        return print(templates.process("sheet", content));
    }

    private String received(Submission submission, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .format(submission.receivedAt().atZone(zone));
    }

    private List<SheetRow> rows(String number) {
        var rows = new ArrayList<SheetRow>();
        entries.each(number, page -> page.stream().map(SheetRow::of).forEach(rows::add));
        return rows;
    }

    /** In lines of 32 digits, as groups of 8: so a person can compare them. */
    private static List<String> lines(String hash) {
        return Arrays.stream(hash.toUpperCase(Locale.ROOT).split("(?<=\\G.{32})", -1))
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("(.{8})(?=.)", "$1 "))
                .toList();
    }

    private static byte[] print(String html) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withHtmlContent(html, null)
                .useFont(font("DejaVuSansCondensed.ttf"), "Sheet", 400, FontStyle.NORMAL, true)
                .useFont(font("DejaVuSansCondensed-Bold.ttf"), "Sheet", 700, FontStyle.NORMAL, true)
                .withProducer("Kapu")
                .toStream(pdf);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(Sheets.class.getResourceAsStream("/sheet/" + file), file);
    }

    private static SpringTemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("sheet/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("sheet/sheet");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setDefaultLocale(Locale.ENGLISH);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(texts);
        return engine;
    }
}
