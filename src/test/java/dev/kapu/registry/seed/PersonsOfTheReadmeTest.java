package dev.kapu.registry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.affiliation.Affiliation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PersonsOfTheReadmeTest {
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (.+) \\| (\\d{11}) \\| (\\d{4}-\\d\\d-\\d\\d) \\| (\\d{6}), a (\\w+) school \\|$");

    @Test
    void whom_the_readme_names_the_demonstration_has_as_it_says() throws IOException {
        var size = new SeedProperties(true, null, null).size();
        var settlements = Settlement.all();
        var schools = new Schools(size.institutions(), settlements);
        var population = new Population(schools, settlements);
        var held = new ArrayList<String>();
        for (int i = 0; i < size.persons(); i++) {
            var next = population.next();
            next.affiliations().stream()
                    .filter(affiliation -> affiliation.endDate() == null)
                    .max(Comparator.comparing(Affiliation::startDate))
                    .ifPresent(
                            affiliation -> held.add(next.person().educationId().text() + " "
                                    + next.person().birthDate() + " "
                                    + affiliation.institution().text() + " " + what(affiliation)));
        }

        var named = ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(2) + " " + row.group(3) + " " + row.group(4) + " " + row.group(1))
                .toList();

        assertThat(named).hasSize(3);
        assertThat(held).containsAll(named);
        assertThat(schools.all())
                .extracting(school -> school.institution().code().text() + " "
                        + school.institution().kind().name() + " "
                        + school.institution().active())
                .contains("027006 PRIMARY true", "027002 SECONDARY true", "027007 VOCATIONAL true");
    }

    private static String what(Affiliation affiliation) {
        return switch (affiliation.type()) {
            case COMPULSORY_STUDENT -> "pupil in grade " + affiliation.grade();
            case STUDENT -> "student in grade " + affiliation.grade();
            default -> "employee of a school";
        };
    }
}
