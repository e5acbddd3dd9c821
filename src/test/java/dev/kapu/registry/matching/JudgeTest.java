package dev.kapu.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the parameters that are shipped: how a newcomer is judged who shares a key with one person. */
class JudgeTest {
    private static final Made ANNA = new Made(
            "Kovács",
            "Anna",
            "Kovács",
            "Anna",
            "Tóth",
            "Éva",
            "Győr",
            LocalDate.of(2010, 5, 3),
            true,
            "Győr",
            "Duna u. 3.",
            "111111110");

    private Judge judge;

    @BeforeEach
    void read() throws IOException {
        judge = new Judge(MatchingConfiguration.read(MatchingConfiguration.PARAMETERS));
    }

    @Test
    void somebody_registered_again_with_the_same_data_is_the_same() {
        assertThat(judged(ANNA, ANNA)).isInstanceOf(Outcome.Same.class);
    }

    @Test
    void without_number_and_address_on_either_side_the_same_data_are_the_same() {
        var registered = ANNA.insured("").at("", "");

        assertThat(judged(registered, registered)).isInstanceOf(Outcome.Same.class);
    }

    @Test
    void a_pupil_whom_another_school_registers_from_another_home_is_the_same() {
        assertThat(judged(ANNA, ANNA.at("Budapest", "Fő utca 1."))).isInstanceOf(Outcome.Same.class);
    }

    @Test
    void lost_accents_capitals_and_the_other_order_of_names_are_the_same() {
        assertThat(judged(ANNA, ANNA.called("Kovacs", "ANNA").ofMother("TOTH", "Eva")))
                .isInstanceOf(Outcome.Same.class);
        assertThat(judged(ANNA, ANNA.called("Anna", "Kovács"))).isInstanceOf(Outcome.Same.class);
    }

    @Test
    void a_name_in_turkish_capitals_is_the_same() {
        var registered = ANNA.called("Işık", "İrem").ofMother("Yıldız", "Işıl");

        assertThat(judged(registered, registered.called("IŞIK", "İREM").ofMother("YILDIZ", "IŞIL")))
                .isInstanceOf(Outcome.Same.class);
    }

    @Test
    void who_married_meanwhile_is_the_same_by_the_birth_name() {
        var wife = ANNA.named("Nagy Lászlóné Kovács", "Anna");

        assertThat(judged(ANNA, wife)).isInstanceOf(Outcome.Same.class);
        assertThat(judged(ANNA, wife.bornAs("", ""))).isInstanceOf(Outcome.Same.class);
        assertThat(judged(ANNA, ANNA.named("Nagy Lászlóné", "Lászlóné"))).isNotInstanceOf(Outcome.New.class);
    }

    @Test
    void twins_are_never_the_same_and_looked_at_unless_numbers_of_their_own_tell_them_apart() {
        var hanna = ANNA.called("Kovács", "Hanna");
        var katalin = ANNA.called("Kovács", "Katalin");

        assertThat(judged(ANNA, hanna.insured("123456788"))).isInstanceOf(Outcome.Look.class);
        assertThat(judged(ANNA, hanna.insured(""))).isInstanceOf(Outcome.Look.class);
        assertThat(judged(ANNA, katalin.insured(""))).isInstanceOf(Outcome.Look.class);
        assertThat(judged(ANNA, katalin.insured("123456788"))).isInstanceOf(Outcome.New.class);
    }

    @Test
    void brothers_and_sisters_are_new() {
        var sister = ANNA.called("Kovács", "Katalin").born("Győr", LocalDate.of(2012, 8, 19));

        assertThat(judged(ANNA, sister.insured("123456788"))).isInstanceOf(Outcome.New.class);
    }

    @Test
    void who_has_the_same_name_and_birthday_but_another_mother_and_birth_place_is_not_the_same() {
        var namesake = ANNA.ofMother("Szabó", "Mária")
                .born("Szeged", ANNA.birthDate())
                .at("Szeged", "Kis u. 1.")
                .insured("123456788");

        assertThat(judged(ANNA, namesake)).isInstanceOf(Outcome.New.class);
    }

    @Test
    void day_and_month_swapped_or_a_digit_mistyped_is_looked_at() {
        assertThat(judged(ANNA, ANNA.born("Győr", LocalDate.of(2010, 3, 5)))).isInstanceOf(Outcome.Look.class);
        assertThat(judged(ANNA, ANNA.born("Győr", LocalDate.of(2010, 5, 8)))).isInstanceOf(Outcome.Look.class);
    }

    @Test
    void data_changed_on_purpose_are_looked_at() {
        var quiet = ANNA.insured("").at("Szeged", "Kis u. 1.");

        assertThat(judged(ANNA, quiet.called("Kováts", "Annamária"))).isInstanceOf(Outcome.Look.class);
        assertThat(judged(ANNA, quiet.ofMother("Tóth", "Ilona"))).isInstanceOf(Outcome.Look.class);
        assertThat(judged(ANNA, quiet.born("Pécs", LocalDate.of(2011, 5, 3)))).isInstanceOf(Outcome.Look.class);
    }

    @Test
    void a_number_that_somebody_else_has_is_looked_at_whatever_the_rest() {
        var other = ANNA.called("Nagy", "Zoé").ofMother("Kis", "Olga").born("Pécs", LocalDate.of(2004, 12, 31));

        assertThat(judged(ANNA, other.at("Pécs", "Kis tér 1."))).isInstanceOf(Outcome.Look.class);
    }

    @Test
    void who_is_registered_twice_already_is_looked_at() {
        var twice = List.of(known(1, ANNA), known(2, ANNA));

        var outcome = judge.judge(Profile.of(ANNA.described()), twice);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Look.class,
                        look -> assertThat(look.candidates())
                                .extracting(Outcome.Candidate::educationId)
                                .containsExactlyInAnyOrder(1L, 2L));
    }

    private Outcome judged(Made registered, Made newcomer) {
        return judge.judge(Profile.of(newcomer.described()), List.of(known(1, registered)));
    }

    private static Judge.Known known(long educationId, Made registered) {
        return new Judge.Known(educationId, Profile.of(registered.described()));
    }
}
