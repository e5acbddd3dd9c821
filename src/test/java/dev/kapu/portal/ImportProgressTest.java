package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.filing.FormKind;
import dev.kapu.filing.ImportOrder;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.secret.SecretProof;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How far a large import is, also after its last row was read (K17). */
class ImportProgressTest {
    private final ImportJob job = new ImportJob(
            new ImportForm(
                    new SignedInInstitution(new SecretProof(new InstitutionCode("040003"), 1)),
                    new ImportOrder("040003", new FormKind(Purpose.REGISTRATION, Role.STUDENT), true, Locale.ENGLISH)),
            Instant.EPOCH);

    @Test
    void reading_is_half_of_it_and_handing_in_the_other_half() {
        assertThat(job.view().percent()).isZero();

        job.progress(50_000, 100_000);
        assertThat(job.view().percent()).isEqualTo(25);
        assertThat(job.view().handsIn()).isFalse();

        job.progress(100_000, 100_000);
        assertThat(job.view().percent()).isEqualTo(50);

        job.handedIn(0.5);
        assertThat(job.view().percent()).isEqualTo(75);
        assertThat(job.view().handsIn()).isTrue();
        assertThat(job.view().done()).isFalse();
    }
}
