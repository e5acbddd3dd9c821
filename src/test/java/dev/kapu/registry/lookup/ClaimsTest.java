package dev.kapu.registry.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.lookup.Claims.ClaimedName;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final ClaimedName ANNA = new ClaimedName("Kovács", "Anna");
    private static final LocalDate DATE = LocalDate.of(2010, 5, 1);

    @Test
    void a_single_claim_is_refused() {
        assertTooFew(() -> new Claims(null, null, null, null));
        assertTooFew(() -> new Claims(null, null, null, DATE));
        assertTooFew(() -> new Claims(ANNA, null, null, null));
        assertTooFew(() -> new Claims(ANNA, new ClaimedName(null, null), null, null));
    }

    @Test
    void claims_without_a_name_are_refused() {
        assertTooFew(() -> new Claims(null, null, "Győr", DATE));
        assertTooFew(() -> new Claims(new ClaimedName(null, null), null, "Győr", DATE));
    }

    @Test
    void a_name_and_one_more_claim_are_enough() {
        assertThatCode(() -> new Claims(null, ANNA, null, DATE)).doesNotThrowAnyException();
        assertThatCode(() -> new Claims(new ClaimedName(null, "Anna"), null, "Győr", null))
                .doesNotThrowAnyException();
    }

    private static void assertTooFew(ThrowingCallable claims) {
        assertThatThrownBy(claims)
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.INVALID));
    }
}
