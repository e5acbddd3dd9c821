package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.Address;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Taj;
import dev.kapu.registry.registration.Registrations;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationRowTest {
    @TempDir
    Path folder;

    @Test
    void a_row_is_a_person_and_an_affiliation() {
        var entry = Import.of(Book.xlsx().in(folder)).good.get(0);

        assertThat(RegistrationRow.of(entry))
                .isEqualTo(new Registrations.Entry(
                        new NewPerson(
                                new PersonName("Kovács", "Lili Anna"),
                                new PersonName("Kovács", "Lili Anna"),
                                new PersonName("Szűcs", "Mária"),
                                "Debrecen",
                                LocalDate.of(2019, 10, 3),
                                Sex.FEMALE,
                                "HU",
                                new Address("HU", "4024", "Debrecen", "Piac utca 12. 2/5."),
                                null,
                                "048132772"),
                        new NewAffiliation(
                                new InstitutionCode("040003"),
                                new SiteSerial("001"),
                                AffiliationType.COMPULSORY_STUDENT,
                                LocalDate.of(2026, 9, 1),
                                new BigDecimal("25"),
                                "1",
                                null)));
    }

    @Test
    void the_samples_have_valid_numbers() {
        assertThat(Stream.of(Template.values())
                        .flatMap(template -> Sample.rows(template).stream())
                        .flatMap(row -> Stream.ofNullable(row.get("socialSecurityNumber"))))
                .hasSizeGreaterThan(3)
                .allMatch(Taj::isValid);
    }
}
