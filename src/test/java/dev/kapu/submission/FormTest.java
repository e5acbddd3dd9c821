package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    private static final Lifecycle LIFECYCLE = new Lifecycle(new SubmissionProperties(
            new SubmissionProperties.Authentication(
                    SubmissionProperties.How.SHEET, SubmissionProperties.How.SHEET, SubmissionProperties.How.NONE),
            2000,
            Duration.ofDays(3),
            "Győr"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            internet, KIR-T-11, KIR-P-51, KIR-T-21, KIR-P-61, KIR-T-31, KIR-P-71
            offline,  KIR-T-12, KIR-P-52, KIR-T-22, KIR-P-62, KIR-T-32, KIR-P-72
            by-hand,  KIR-T-13, KIR-P-53, KIR-T-23, KIR-P-63, KIR-T-33, KIR-P-73
            """)
    void the_form_family_is_that_of_K19(
            String mode, String regT, String regP, String amT, String amP, String affT, String affP) {
        assertThat(codes(Word.read(Mode.class, mode))).containsExactly(regT, regP, amT, amP, affT, affP);
    }

    @Test
    void every_form_goes_from_receipt_to_a_decision_and_no_other_way() {
        for (var purpose : Purpose.values()) {
            for (var role : Role.values()) {
                for (var mode : Mode.values()) {
                    var form = new Form(purpose, role, mode);
                    boolean signed = purpose != Purpose.AFFILIATION;

                    assertThat(next(form, State.RECEIVED))
                            .containsExactlyInAnyOrderEntriesOf(Map.of(
                                    signed ? Step.AUTHENTICATE : Step.ACCEPT,
                                    signed ? State.AUTHENTICATED : State.ACCEPTED,
                                    Step.REFUSE,
                                    State.REFUSED,
                                    Step.WITHDRAW,
                                    State.WITHDRAWN));
                    assertThat(next(form, State.AUTHENTICATED).keySet())
                            .isEqualTo(Set.of(Step.ACCEPT, Step.REFUSE, Step.WITHDRAW));
                    for (var end : EnumSet.of(State.ACCEPTED, State.REFUSED, State.WITHDRAWN)) {
                        assertThat(next(form, end)).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void a_code_is_read_whatever_the_caps_lock_of_the_scanner_K20() {
        var hash = "0123456789abcdef".repeat(4);

        var read = Barcode.scanned("kir-t-11 2026-00000017 " + hash);

        assertThat(read).isEqualTo(new Barcode("KIR-T-11", "2026-00000017", hash));
        assertThat(read.text()).isEqualTo("KIR-T-11 2026-00000017 " + hash.toUpperCase(Locale.ROOT));
    }

    @Test
    void a_code_that_no_form_has_is_refused() {
        assertThatThrownBy(() -> Barcode.scanned("KIR-X-11 2026-00000017 " + "A".repeat(64)))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.BARCODE_INVALID));
        assertThatThrownBy(() -> Form.ofCode("KIR-T-14")).isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.List<String> codes(Mode mode) {
        return Arrays.stream(Purpose.values())
                .flatMap(purpose -> Arrays.stream(Role.values()).map(role -> new Form(purpose, role, mode).code()))
                .toList();
    }

    private static Map<Step, State> next(Form form, State state) {
        var next = new java.util.EnumMap<Step, State>(Step.class);
        for (var step : Step.values()) {
            try {
                next.put(step, LIFECYCLE.after(form, state, step));
            } catch (FaultException no) {
                assertThat(no.fault()).isEqualTo(Fault.SUBMISSION_STATE);
            }
        }
        return next;
    }
}
