package dev.kapu.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Follows progression and drop-out: a standard table of the latest term now and then. */
final class StatisticsOffice implements Simulator {
    static final String NAME = "statistics-office";

    private static final List<String> BY = List.of("institutionKind", "sex", "entryYear", "grade");

    private final HttpWire http;

    StatisticsOffice(HttpWire http) {
        this.http = http;
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
        var terms = terms();
        var latest = terms.text("term");
        return latest.isEmpty()
                ? terms.outcome()
                : table(latest.get(), BY.get(ThreadLocalRandom.current().nextInt(BY.size())))
                        .outcome();
    }

    Answer terms() throws IOException, InterruptedException {
        return http.ask(Ask.TERMS, Map.of());
    }

    Answer table(String term, String by) throws IOException, InterruptedException {
        return http.ask(Ask.TABLE, Map.of("term", term, "by", by));
    }
}
