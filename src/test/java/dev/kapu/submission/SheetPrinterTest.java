package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import dev.kapu.registry.Address;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Institution;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets as paper: rendered to an image, and read by a scanner. */
class SheetPrinterTest {
    private static final InstitutionCode SCHOOL = new InstitutionCode("040003");
    private static final Institution INSTITUTION = new Institution(
            SCHOOL,
            "Győri Kőrösi Csoma Sándor Általános Iskola és Alapfokú Művészeti Iskola",
            Institution.Kind.PRIMARY,
            new Address("HU", "9021", "Győr", "Szűcs utca 12."),
            null,
            true,
            LocalDate.of(2020, 9, 1));

    private final SheetPrinter printer = new SheetPrinter(
            new SubmissionProperties(
                    new SubmissionProperties.Authentication(
                            SubmissionProperties.How.SHEET,
                            SubmissionProperties.How.SHEET,
                            SubmissionProperties.How.NONE),
                    2000,
                    Duration.ofDays(3),
                    "Közoktatási Információs Iroda, 9001 Győr, Pf. 12."),
            ZoneId.of("Europe/Budapest"));

    @ParameterizedTest
    @CsvSource({"hu, Bejelentőlap, 1", "en, Registration form, 1", "tr, Yeni kayıt bildirim formu, 1"})
    void an_internet_sheet_is_one_page_with_what_authenticates_and_nobodys_data(
            String language, String title, int pages) throws Exception {
        var submission = submission(Mode.INTERNET, 25);

        try (var pdf = print(submission, rows(25).subList(0, 0), language)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(pages);
            assertThat(text(pdf))
                    .contains(title, "KIR-T-11", "2026-00000017", "040003", "Kőrösi Csoma", "25")
                    .doesNotContain("Szőke", "#", "??");
            assertThat(PaperScanner.scan(pdf, BarcodeFormat.QR_CODE)).isEqualTo(submission.barcode());
            assertThat(PaperScanner.scan(pdf, BarcodeFormat.CODE_128)).isEqualTo("2026-00000017");
            assertThat(embedded(pdf)).isTrue();
            keep(pdf, "internet-" + language);
        }
    }

    @Test
    void an_offline_sheet_holds_all_data_densely() throws Exception {
        var submission = submission(Mode.OFFLINE, 120);

        try (var pdf = print(submission, rows(120), "hu")) {
            assertThat(pdf.getNumberOfPages()).isBetween(2, 9);
            assertThat(text(pdf)).contains("KIR-T-12", "A beküldés összes adata", "születési idő:", "nő");
            assertThat(text(pdf).split("Szőke", -1)).hasSize(120 * 2 + 1);
            assertThat(PaperScanner.scan(pdf, BarcodeFormat.QR_CODE)).isEqualTo(submission.barcode());
            keep(pdf, "offline-hu");
        }
    }

    @Test
    void every_part_of_an_affiliation_says_what_it_is_K20() {
        assertThat(rows(1).get(0).data())
                .filteredOn(datum -> datum.field().equals("affiliation"))
                .singleElement()
                .satisfies(datum -> assertThat(datum.value())
                        .startsWith("típus: tanköteles tanuló, telephely: 001, első nap: ")
                        .endsWith(", heti óraszám: 22.5, évfolyam: 1"));
        assertThat(rows(1).get(0).data())
                .filteredOn(datum -> datum.field().equals("residence"))
                .extracting(SheetRow.Datum::value)
                .containsExactly("HU 9021 Győr Duna u. 3.");
    }

    @Test
    void a_sheet_with_a_changed_character_bears_another_code() throws Exception {
        var one = submission(Mode.INTERNET, 1);
        var hash = new CanonicalForm.Hash(one.form(), SCHOOL, false);
        hash.add(EntryJson.write(TestEntries.pupil(SCHOOL, "Szőke", "Ágnes", LocalDate.of(2019, 5, 2))));

        try (var pdf = print(one, List.of(), "hu")) {
            assertThat(PaperScanner.scan(pdf, BarcodeFormat.QR_CODE))
                    .isNotEqualTo(with(one, hash.hex()).barcode());
        }
    }

    private PDDocument print(Submission submission, List<SheetRow> rows, String language) throws IOException {
        return Loader.loadPDF(printer.pdf(submission, INSTITUTION, rows, Locale.forLanguageTag(language)));
    }

    private static Submission submission(Mode mode, int entries) {
        var form = new Form(Purpose.REGISTRATION, Role.STUDENT, mode);
        var hash = new CanonicalForm.Hash(form, SCHOOL, false);
        rows(entries).forEach(row -> hash.add("{\"position\":" + row.position() + "}"));
        var at = Instant.parse("2026-11-24T10:15:00Z");
        return new Submission(
                "2026-00000017",
                SCHOOL,
                form,
                false,
                State.RECEIVED,
                at,
                "school-program",
                at,
                entries,
                0,
                2,
                hash.hex());
    }

    private static Submission with(Submission from, String hash) {
        return new Submission(
                from.number(),
                from.institution(),
                from.form(),
                from.allOrNothing(),
                from.state(),
                from.stateSince(),
                from.submittedBy(),
                from.receivedAt(),
                from.entries(),
                from.failed(),
                from.edition(),
                hash);
    }

    private static List<SheetRow> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> SheetRow.of(
                        new StoredEntry(
                                n,
                                EntryJson.write(TestEntries.pupil(
                                        SCHOOL,
                                        "Szőke",
                                        "Ágnes Ilona",
                                        LocalDate.of(2019, 1, 1).plusDays(n))),
                                StoredEntry.Verdict.PENDING),
                        new SheetWords(Locale.forLanguageTag("hu"))))
                .toList();
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    private static boolean embedded(PDDocument pdf) throws IOException {
        var resources = pdf.getPage(0).getResources();
        for (var name : resources.getFontNames()) {
            if (!resources.getFont(name).isEmbedded()) {
                return false;
            }
        }
        return true;
    }

    /** For people to look at. */
    private static void keep(PDDocument pdf, String name) throws IOException {
        var directory = Files.createDirectories(Path.of("target", "sheets"));
        pdf.save(directory.resolve(name + ".pdf").toFile());
        for (int page = 0; page < Math.min(2, pdf.getNumberOfPages()); page++) {
            BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, 90);
            ImageIO.write(
                    image,
                    "png",
                    directory.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
    }
}
