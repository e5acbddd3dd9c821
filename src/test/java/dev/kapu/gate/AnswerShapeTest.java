package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.contract.idcards.GetCardholderResponse;
import dev.kapu.contract.person.Affiliation;
import dev.kapu.contract.person.Person;
import dev.kapu.contract.personregistry.GetPersonResponse;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerShapeTest {
    @Test
    void what_is_not_granted_is_gone_and_what_is_left_is_told() {
        var answer = new GetCardholderResponse();
        var person = new Person();
        person.setEducationId("71234567897");
        person.setBirthPlace("Szeged");
        person.setBirthDate(LocalDate.of(2012, 3, 4));
        answer.setCardholder(person);

        var disclosure = AnswerShape.ofWrapper(GetCardholderResponse.class)
                .minimise(answer, Set.of("educationId", "birthDate", "residence"));

        assertThat(person.getBirthPlace()).isNull();
        assertThat(person.getBirthDate()).isNotNull();
        assertThat(disclosure)
                .isEqualTo(new Disclosure(java.util.List.of("71234567897"), Set.of("educationId", "birthDate")));
    }

    @Test
    void the_person_concerned_is_recorded_even_where_the_id_itself_is_withheld() {
        var answer = new GetPersonResponse();
        var affiliation = new Affiliation();
        affiliation.setEducationId("71234567897");
        affiliation.setGrade("5");
        answer.getAffiliation().add(affiliation);

        var disclosure = AnswerShape.ofWrapper(GetPersonResponse.class).minimise(answer, Set.of("grade"));

        assertThat(affiliation.getEducationId()).isNull();
        assertThat(disclosure.persons()).containsExactly("71234567897");
    }

    @Test
    void an_answer_with_a_datum_outside_a_record_is_refused_at_start() {
        assertThatThrownBy(() -> AnswerShape.ofWrapper(Person.class))
                .hasMessageContaining("Person holds 'educationId' outside a record");
    }
}
