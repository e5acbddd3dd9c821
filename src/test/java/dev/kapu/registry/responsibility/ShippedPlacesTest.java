package dev.kapu.registry.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kapu.HubTest;
import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of settlements that comes with the hub, and is read unless another is named (K7). */
@HubTest
class ShippedPlacesTest {
    @Autowired
    private Responsibilities responsibilities;

    @Test
    void it_is_a_list_of_all_settlements_of_the_country() throws IOException {
        var places = shipped();

        assertThat(places).hasSizeGreaterThan(3_500);
        assertThat(places.stream().map(Place::settlement).distinct()).hasSizeBetween(3_150, 3_180);
        assertThat(places).allSatisfy(place -> {
            assertThat(place.country()).isEqualTo("HU");
            assertThat(place.postcode()).matches("[1-9]\\d{3}");
            assertThat(place.settlement()).matches("[A-ZÁÉÍÓÖŐÚÜŰ][a-záéíóöőúüű]+(-[A-Z][a-z]+)?");
            assertThat(place.middle().latitude()).isBetween(45.73, 48.59);
            assertThat(place.middle().longitude()).isBetween(16.11, 22.90);
        });
    }

    /** Coordinates from maps, within some kilometres: small ones, of every edge of the country, some lost in other lists. */
    @ParameterizedTest
    @CsvSource({
        "1117, Budapest, 47.47, 19.05",
        "1173, Budapest, 47.48, 19.26",
        "4033, Debrecen, 47.53, 21.63",
        "9985, Felsőszölnök, 46.874, 16.167",
        "4976, Garbolc, 47.944, 22.863",
        "7854, Matty, 45.798, 18.266",
        "3999, Hollóháza, 48.541, 21.415",
        "9625, Bő, 47.368, 16.815",
        "4241, Bocskaikert, 47.646, 21.656",
        "3323, Szarvaskő, 47.988, 20.331",
        "9178, Hédervár, 47.831, 17.455",
        "8172, Balatonakarattya, 47.018, 18.152",
        "2213, Monorierdő, 47.304, 19.503"
    })
    void the_hub_knows_where_it_is(String postcode, String settlement, double latitude, double longitude) {
        var place = responsibilities.place(new Address("HU", postcode, settlement, "Fő utca 1."));

        assertThat(place.orElseThrow().kilometresTo(new Coordinates(latitude, longitude)))
                .isCloseTo(0, within(3.0));
    }

    /** The seed's persons are settled by these already: a first start must not settle them anew. */
    @Test
    void where_the_made_registry_has_a_settlement_the_list_has_it_too() throws IOException {
        var listed = shipped();
        var made = Files.readAllLines(Path.of("src/main/resources/names/hu-settlements.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(row -> new Place(
                        "HU", row[2], row[0], new Coordinates(Double.parseDouble(row[3]), Double.parseDouble(row[4]))));

        assertThat(made).isNotEmpty().allMatch(listed::contains);
    }

    private static List<Place> shipped() throws IOException {
        var file = new PlaceFile();
        return Files.readAllLines(Path.of("config/settlements-hu.csv")).stream()
                .skip(1)
                .map(file::read)
                .toList();
    }
}
