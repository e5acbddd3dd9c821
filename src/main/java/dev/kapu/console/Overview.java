package dev.kapu.console;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The first page: how much comes, from whom, and how it ends. */
@Component
class Overview {
    /** Outcomes in the order in which they are shown. */
    static final List<String> OUTCOMES = List.of("answered", "repeated", "refused", "failed");

    private static final double WIDTH = 600;
    private static final double HEIGHT = 60;

    private final Traffic traffic;
    private final History history;

    Overview(Traffic traffic, History history) {
        this.traffic = traffic;
        this.history = history;
    }

    record Row(String name, Figures figures, double perSecond) {}

    record Outcome(String name, long count, double perSecond) {}

    /** @param curve points of the last two minutes for a drawing of 600 by 60 */
    record View(
            Figures total, double perSecond, double peak, String curve, List<Outcome> outcomes, List<Row> partners) {}

    View view() {
        var flows = traffic.flows();
        var curve = history.curve();
        var peak = curve.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new View(
                Figures.of(flows),
                history.perSecond(any -> true),
                peak,
                points(curve, peak),
                outcomes(flows),
                partners(flows));
    }

    private List<Outcome> outcomes(Collection<Flow> flows) {
        return OUTCOMES.stream()
                .map(outcome -> {
                    Predicate<Flow> ended = flow -> flow.ended(outcome);
                    var count =
                            flows.stream().filter(ended).mapToLong(Flow::count).sum();
                    return new Outcome(outcome, count, history.perSecond(ended));
                })
                .toList();
    }

    private List<Row> partners(Collection<Flow> flows) {
        var names = flows.stream().map(Flow::partner).collect(Collectors.toCollection(TreeSet::new));
        return names.stream()
                .map(name -> {
                    Predicate<Flow> ofPartner = flow -> flow.partner().equals(name);
                    return new Row(
                            name, Figures.of(flows.stream().filter(ofPartner).toList()), history.perSecond(ofPartner));
                })
                .toList();
    }

    private static String points(List<Double> curve, double peak) {
        var points = new StringBuilder();
        var step = WIDTH / (History.SAMPLES - 2);
        var x = WIDTH - step * (curve.size() - 1);
        for (var rate : curve) {
            var y = peak == 0 ? HEIGHT : HEIGHT * (1 - rate / peak);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            x += step;
        }
        return points.toString().strip();
    }
}
