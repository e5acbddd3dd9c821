package dev.kapu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SmallHeap;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.workbook.Entry;
import dev.kapu.workbook.KeptRows;
import dev.kapu.workbook.ManyPupils;
import dev.kapu.workbook.Problem;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TypedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many rows a file has, few of them are in memory at a time (K17). */
class LargeImportsTest {
    private static final TypedRows ROWS = new TypedRows(Template.STUDENT_AMENDMENT, Locale.ENGLISH);

    @TempDir
    Path folder;

    /** The good rows alone would take 125 MB. */
    @Test
    void a_hundred_thousand_rows_are_checked_kept_and_handed_in_within_seventy_megabytes() throws Exception {
        var file = folder.resolve("pupils.xlsx");
        Files.write(file, new ManyPupils(new InstitutionCode("040003"), 100_000).workbook());

        var said = SmallHeap.run(70, ImportLargeFile.class, file.toString(), "040003");

        assertThat(said).contains("good 100000 wrong 0 handed in 200000");
    }

    @Test
    void the_entries_handed_in_are_the_rows_in_their_order_each_time_they_are_read() throws IOException {
        try (var rows = rows(1200)) {
            var entries = new KeptEntries<>(rows, Entry::row, share -> {});

            assertThat(entries).hasSize(1200);
            assertThat(entries.stream()).containsExactlyElementsOf(numbers(1200));
            assertThat(entries.stream()).containsExactlyElementsOf(numbers(1200));
        }
    }

    @Test
    void progress_grows_with_the_rows_however_often_they_are_read() throws IOException {
        var told = new ArrayList<Double>();
        try (var rows = rows(1200)) {
            var entries = new KeptEntries<>(rows, Entry::row, told::add);

            entries.forEach(row -> {});
            entries.forEach(row -> {});
        }

        assertThat(told).hasSize(6).isSorted().doesNotHaveDuplicates().contains(0.5, 0.75);
    }

    @Test
    void kept_rows_are_as_they_were_and_gone_when_they_are_closed() throws IOException {
        var file = folder.resolve("kept");
        var typed = Map.of("educationId", "70000000016", "reason", "move", "residence.street", "Őrház 3. „b”");
        var row = ROWS.check(7, typed).entry();
        try (var rows = new KeptRows(file)) {
            rows.add(row);

            assertThat(rows).singleElement().satisfies(kept -> {
                assertThat(kept.row()).isEqualTo(7);
                assertThat(kept.values()).isEqualTo(row.values());
                assertThat(kept.located("reason", Problem.REQUIRED)).isEqualTo(row.located("reason", Problem.REQUIRED));
            });
        }

        assertThat(file).doesNotExist();
    }

    private KeptRows rows(int count) throws IOException {
        var rows = new KeptRows(folder.resolve("rows"));
        numbers(count)
                .forEach(number ->
                        rows.add(ROWS.check(number, Map.of("reason", "move")).entry()));
        return rows;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }
}
