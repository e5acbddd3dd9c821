package dev.kapu.demo;

import dev.kapu.registry.Today;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A school gets another patron: said once, and every partner that keeps institutions hears of it (K26). */
final class Renaming implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> PATRONS =
            List.of("Apáczai Csere János", "Karácsony Sándor", "Brunszvik Teréz", "Németh László");

    private final HttpWire office;
    private final Collection<Postbox> everybody;
    private final Whom whom;
    private final Today today;

    Renaming(HttpWire office, Collection<Postbox> everybody, Whom whom, Today today) {
        this.office = office;
        this.everybody = everybody;
        this.whom = whom;
        this.today = today;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var school = whom.school(whom.student(Whom.PRIMARY).institutionCode());
        var change = office.get(
                        Ask.RENAMING,
                        Map.of(
                                "institutionCode",
                                school.code(),
                                "validFrom",
                                today.date().toString(),
                                "name",
                                another(school.name())))
                .one("changeNumber");
        long said = System.nanoTime();
        for (var partner : everybody) {
            partner.await(
                    "institutionChanged", event -> event.all("changeNumber").contains(change), PATIENCE);
        }
        return ("school %s changes its name, said once by the Office; all %d partners have heard of it by queue "
                        + "after %d ms")
                .formatted(school.code(), everybody.size(), (System.nanoTime() - said) / 1_000_000);
    }

    private static String another(String name) {
        var borne = PATRONS.stream().filter(name::startsWith).findFirst();
        var next = PATRONS.get((borne.map(PATRONS::indexOf).orElse(-1) + 1) % PATRONS.size());
        return borne.map(patron -> next + name.substring(patron.length())).orElse(next + " Általános Iskola");
    }
}
