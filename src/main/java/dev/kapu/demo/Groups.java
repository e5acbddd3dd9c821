package dev.kapu.demo;

import java.io.IOException;

/** The statistics office gets a table of groups; what is too small in it is not told (K25). */
final class Groups implements Scene.Story {
    private static final String TOO_FINE = "Client.Statistics.TooFine";

    private final StatisticsOffice statistics;

    Groups(StatisticsOffice statistics) {
        this.statistics = statistics;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var counted = statistics.terms().unlessFault(StatisticsOffice.NAME).text("term");
        if (counted.isEmpty()) {
            return "the statistics office asks for terms; none is there, for the hub is still counting its first";
        }
        var term = counted.get();
        var table = statistics.table(term, "institutionKind");
        if (table.fault().filter(TOO_FINE::equals).isPresent()) {
            return "the statistics office asks for a table of term %s and is refused: the groups are too small"
                    .formatted(term);
        }
        table.unlessFault(StatisticsOffice.NAME);
        return ("the statistics office gets a table of term %s: %d groups counted to the nearest five, %d too "
                        + "small to be told")
                .formatted(
                        term, table.all("count").size(), table.all("suppressed").size());
    }
}
