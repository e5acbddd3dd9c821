package dev.kapu.registry.responsibility;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.responsibility.Responsible.Because;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Distances from a list of settlements (K7). */
@HubTest
class PlaceListTest {
    private static final String HEAD = "country,postcode,settlement,latitude,longitude\n";

    @TempDir
    private Path directory;

    @Autowired
    private PlaceList list;

    @Autowired
    private MovedPlaces moved;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;

    @BeforeEach
    void registry() {
        registry = new TestRegistry(jdbc);
    }

    @Test
    void a_list_is_taken_over_and_again_without_any_change() throws IOException {
        var many = IntStream.range(0, 2_500)
                .mapToObj("DE,D%d,Musterdorf,48.5,9.5"::formatted)
                .collect(Collectors.joining("\n"));
        var file = file(HEAD + many);

        assertThat(list.take(file)).isEqualTo(2_500);
        assertThat(list.take(file)).isZero();

        assertThat(list.take(file(HEAD + many.replaceFirst("48\\.5", "48.6")))).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HU,T910,Rosszfalva,47.5",
                "HU,T910,Rosszfalva,47.5,19.0,1",
                "XX,T910,Rosszfalva,47.5,19.0",
                "HU,,Rosszfalva,47.5,19.0",
                "HU,T910, Rosszfalva,47.5,19.0",
                "HU,T910,Rosszfalva,91,19.0",
                "HU,T910,Rosszfalva,47.5,NaN",
                "HU,T910,Rosszfalva,észak,19.0",
                "HU,T911,Jófalva,47.5,19.1"
            })
    void a_list_with_a_wrong_line_changes_nothing_and_the_line_is_named(String line) throws IOException {
        var file = file(HEAD + "HU,T911,Jófalva,47.5,19.0\n" + line);

        assertThatThrownBy(() -> list.take(file)).hasMessageContaining("line 3");

        assertThat(jdbc.sql("select count(*) from place where postcode in ('T910', 'T911')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_file_without_the_names_of_the_columns_is_no_list() throws IOException {
        var file = file("HU,T911,Jófalva,47.5,19.0\n");

        assertThatThrownBy(() -> list.take(file)).hasMessageContaining("first line");
    }

    @Test
    void where_a_settlement_has_moved_the_nearer_institution_answers_from_then_on_K7() throws IOException {
        var here = located(47.5, 19.0);
        var there = located(46.0, 18.0);
        var id = registry.personAt(here, AffiliationType.STUDENT);
        registry.affiliate(id, there, AffiliationType.STUDENT, TODAY, null, 20);
        resides(id, "T912", "Vándorfalva");

        list.take(file(HEAD + "HU,T912,Vándorfalva,46.01,18.0\n"));
        moved.settle();
        assertThat(registry.responsible(id)).isEqualTo(there.text());

        list.take(file(HEAD + "HU,T912,Vándorfalva,47.51,19.0\n"));
        moved.settle();
        assertThat(registry.responsible(id)).isEqualTo(here.text());
        assertThat(jdbc.sql("select count(*) from place where changed_at is not null and postcode = 'T912'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_site_whose_own_place_is_not_known_is_where_its_settlement_is_as_soon_as_the_list_says_where_K7()
            throws IOException {
        var here = registry.institution();
        var there = located(46.0, 18.0);
        jdbc.sql("update site set latitude = null, longitude = null, postcode = 'T913', settlement = 'Ismeretlenfalva'"
                        + " where institution_code = ?")
                .param(here.text())
                .update();
        list.take(file(HEAD + "HU,T914,Otthonfalva,47.5,19.0\n"));
        var id = registry.personAt(there, AffiliationType.STUDENT);
        registry.affiliate(id, here, AffiliationType.STUDENT, TODAY, null, 20);
        resides(id, "T914", "Otthonfalva");
        responsibilities.settle(id);
        var lower = here.text().compareTo(there.text()) < 0 ? here : there;
        assertThat(registry.responsible(id)).isEqualTo(lower.text());
        assertThat(why(id)).isInstanceOf(Because.PlaceUnknown.class);

        list.take(file(HEAD + "HU,T913,Ismeretlenfalva,47.51,19.0\n"));
        moved.settle();

        assertThat(registry.responsible(id)).isEqualTo(here.text());
        assertThat(why(id)).isInstanceOf(Because.Nearer.class);
    }

    private Because why(EducationId id) {
        return responsibilities
                .of(id, new Reach(Scope.EVERYONE, null))
                .orElseThrow()
                .because();
    }

    private Resource file(String text) throws IOException {
        return new FileSystemResource(Files.writeString(directory.resolve("places.csv"), text));
    }

    private InstitutionCode located(double latitude, double longitude) {
        var institution = registry.institution();
        jdbc.sql("update site set latitude = ?, longitude = ? where institution_code = ?")
                .params(latitude, longitude, institution.text())
                .update();
        return institution;
    }

    private void resides(EducationId id, String postcode, String settlement) {
        jdbc.sql("update person set residence_postcode = ?, residence_settlement = ? where education_id = ?")
                .params(postcode, settlement, id.number())
                .update();
    }
}
