package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarcodeTest {
    @Test
    void a_hash_is_taken_in_groups_and_lines_as_the_sheet_prints_it_K20() {
        var line = "0123ABCD 4567EF01 89ABCDEF 00112233";

        var scanned = Barcode.scanned("KIR-T-11 2026-00000001 " + line + "\n" + line);

        assertThat(scanned.hash())
                .isEqualTo(
                        line.replace(" ", "").toLowerCase(java.util.Locale.ROOT).repeat(2));
    }
}
