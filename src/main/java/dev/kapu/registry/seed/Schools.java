package dev.kapu.registry.seed;

import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Institution.Kind;
import dev.kapu.registry.institution.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Institutions from code 027001 on. */
final class Schools {
    /** With so many there is one of each kind. */
    static final int LEAST = 10;

    private static final Locale HUNGARIAN = Locale.forLanguageTag("hu");
    private static final int FIRST_CODE = 27_001;
    private static final List<Kind> KINDS = List.of(
            Kind.PRIMARY,
            Kind.SECONDARY,
            Kind.PRIMARY,
            Kind.KINDERGARTEN,
            Kind.DORMITORY,
            Kind.PRIMARY,
            Kind.VOCATIONAL,
            Kind.PRIMARY,
            Kind.KINDERGARTEN,
            Kind.ARTS);
    private static final Map<Kind, String> NAMES = Map.of(
            Kind.KINDERGARTEN, "Óvoda",
            Kind.PRIMARY, "Általános Iskola",
            Kind.SECONDARY, "Gimnázium",
            Kind.VOCATIONAL, "Technikum és Szakképző Iskola",
            Kind.DORMITORY, "Kollégium",
            Kind.ARTS, "Alapfokú Művészeti Iskola");
    private static final List<String> PATRONS = List.of(
            "Kossuth Lajos",
            "Petőfi Sándor",
            "Arany János",
            "Bartók Béla",
            "Kodály Zoltán",
            "Móra Ferenc",
            "Szent István",
            "Szent László",
            "Bolyai János",
            "Eötvös József",
            "Radnóti Miklós",
            "Weöres Sándor",
            "Zrínyi Ilona",
            "Teleki Blanka",
            "Hunyadi János",
            "Mátyás Király",
            "Babits Mihály",
            "Vörösmarty Mihály");

    private final Frequencies<Settlement> settlements;
    private final List<School> all;
    private final Map<Kind, List<School>> open;

    Schools(int count, Frequencies<Settlement> settlements) {
        this.settlements = settlements;
        this.all = IntStream.range(0, count).mapToObj(this::school).toList();
        this.open = all.stream()
                .filter(school -> school.institution().active())
                .collect(Collectors.groupingBy(school -> school.institution().kind()));
    }

    List<School> all() {
        return all;
    }

    School one(Kind kind, Dice dice) {
        return dice.oneOf(Objects.requireNonNull(open.get(kind)));
    }

    /** Where the site of an affiliation is. */
    Coordinates place(Affiliation affiliation) {
        int index = Integer.parseInt(affiliation.institution().text()) - FIRST_CODE;
        return all.get(index).sites().stream()
                .filter(site -> site.serial().equals(affiliation.site()))
                .findFirst()
                .map(Site::coordinates)
                .orElseThrow();
    }

    School any(Dice dice) {
        return one(dice.oneOf(KINDS), dice);
    }

    private School school(int index) {
        var dice = new Dice(-1L - index);
        var kind = KINDS.get(index % KINDS.size());
        var settlement = settlements.draw(dice);
        var code = new InstitutionCode("%06d".formatted(FIRST_CODE + index));
        var seat = settlement.house(dice);
        var name = dice.oneOf(PATRONS) + " " + NAMES.get(kind);
        boolean active = index < LEAST || !dice.percent(1);
        var institution = new Institution(
                code, name, kind, seat, settlement.coordinates(), active, LocalDate.of(dice.between(1990, 2024), 9, 1));
        var sites = new ArrayList<Site>();
        sites.add(new Site(code, new SiteSerial("001"), name, seat, settlement.coordinates(), true));
        for (int serial = 2; serial <= 5 && dice.percent(35); serial++) {
            var place = dice.percent(80) ? settlement : settlements.draw(dice);
            sites.add(new Site(
                    code,
                    new SiteSerial("%03d".formatted(serial)),
                    name + " " + place.name().toLowerCase(HUNGARIAN) + "i telephelye",
                    place.house(dice),
                    place.coordinates(),
                    !dice.percent(5)));
        }
        return new School(institution, settlement, List.copyOf(sites));
    }
}
