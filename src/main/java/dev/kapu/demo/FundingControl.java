package dev.kapu.demo;

import dev.kapu.registry.Today;
import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at numbers of institutions and compares claims with them. Of a person it takes only where they are. */
final class FundingControl implements Simulator {
    static final String NAME = "funding-control";

    /** The numbers of a reference date are told some weeks after it. */
    private static final int SOME_WEEKS = 30;

    private final HttpWire http;
    private final People people;
    private final Today today;

    FundingControl(HttpWire http, People people, Today today) {
        this.http = http;
        this.people = people;
        this.today = today;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double share() {
        return 0.02;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return people.ask(person -> ThreadLocalRandom.current().nextBoolean() ? headcounts(person) : claim(person));
    }

    Answer headcounts(SyntheticPerson somewhere) throws IOException, InterruptedException {
        return http.ask(
                Ask.HEADCOUNTS,
                Map.of("institutionCode", somewhere.institutionCode(), "referenceDate", referenceDate()));
    }

    /** For the first group that is counted, if it has a grade; else for one that may be empty. */
    Answer claim(SyntheticPerson somewhere) throws IOException, InterruptedException {
        var counted = headcounts(somewhere);
        boolean some = counted.text("grade").isPresent();
        int registered = some ? Integer.parseInt(counted.one("count")) : 0;
        return http.ask(
                Ask.CLAIM,
                Map.of(
                        "institutionCode",
                        somewhere.institutionCode(),
                        "referenceDate",
                        referenceDate(),
                        "siteSerial",
                        some ? counted.one("siteSerial") : somewhere.siteSerial(),
                        "type",
                        some ? counted.one("type") : somewhere.type(),
                        "grade",
                        some ? counted.one("grade") : "1",
                        "claimed",
                        Integer.toString(
                                registered + ThreadLocalRandom.current().nextInt(4))));
    }

    /** The last first of October that is some weeks past. */
    private String referenceDate() {
        var day = today.date().minusDays(SOME_WEEKS);
        var october = LocalDate.of(day.getYear(), Month.OCTOBER, 1);
        return (october.isAfter(day) ? october.minusYears(1) : october).toString();
    }
}
