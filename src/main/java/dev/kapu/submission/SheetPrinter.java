package dev.kapu.submission;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.kapu.registry.institution.Institution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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

/** Lays a sheet out from {@code sheet/sheet.html}, in Hungarian, English or Turkish. */
@Component
class SheetPrinter {
    private final SubmissionProperties properties;
    private final ZoneId zone;
    private final SpringTemplateEngine templates;

    SheetPrinter(SubmissionProperties properties, ZoneId calendarZone) {
        this.properties = properties;
        this.zone = calendarZone;
        this.templates = templates();
        XRLog.setLoggerImpl(new SheetLog());
    }

    byte[] pdf(Submission submission, Institution institution, List<SheetRow> rows, Locale language) {
        var form = submission.form();
        var content = new Context(
                language,
                Map.ofEntries(
                        Map.entry("language", language.getLanguage()),
                        Map.entry("submission", submission),
                        Map.entry("formCode", form.code()),
                        Map.entry("institutionCode", institution.code().text()),
                        Map.entry("purpose", Word.of(form.purpose())),
                        Map.entry("role", Word.of(form.role())),
                        Map.entry("mode", Word.of(form.mode())),
                        Map.entry("institution", institution),
                        Map.entry("receivedAt", received(submission, language)),
                        Map.entry("square", Codes.square(submission.barcode())),
                        Map.entry("linear", Codes.linear(submission.number())),
                        Map.entry("hash", lines(submission.hash())),
                        Map.entry("postTo", properties.postTo()),
                        Map.entry("all", form.printsAllData()),
                        Map.entry("rows", rows)));
        return print(templates.process("sheet", content));
    }

    private String received(Submission submission, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.equals(Locale.ENGLISH) ? Locale.UK : language)
                .format(submission.receivedAt().atZone(zone));
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
