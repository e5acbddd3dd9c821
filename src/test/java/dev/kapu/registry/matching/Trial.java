package dev.kapu.registry.matching;

import java.util.List;

/**
 * How a sample's newcomers are judged.
 *
 * @param same pairs of which the newcomer is refused
 * @param look those, and the pairs that a human sees
 * @param strangers newcomers who are not registered
 * @param refused those of them who are refused
 * @param lookedAt those of them whom a human has to see
 */
record Trial(Quality same, Quality look, int strangers, int refused, int lookedAt) {
    static Trial of(Sample sample, Judge judge) {
        var index = new Index(sample.registered().stream().map(Profile::of).toList());
        var count = new Count();
        for (var newcomer : sample.newcomers()) {
            var profile = Profile.of(newcomer.described());
            count.add(newcomer.number(), judge.judge(profile, index.candidates(profile)));
        }
        return new Trial(
                new Quality(count.same, count.rightlySame, count.again),
                new Quality(count.seen, count.rightlySeen, count.again),
                count.strangers,
                count.refused,
                count.lookedAt);
    }

    private static final class Count {
        private int again;
        private int same;
        private int rightlySame;
        private int seen;
        private int rightlySeen;
        private int strangers;
        private int refused;
        private int lookedAt;

        void add(int number, Outcome outcome) {
            boolean stranger = number < 0;
            strangers += stranger ? 1 : 0;
            again += stranger ? 0 : 1;
            if (outcome instanceof Outcome.Same) {
                same++;
                refused += stranger ? 1 : 0;
            } else if (outcome instanceof Outcome.Look) {
                lookedAt += stranger ? 1 : 0;
            }
            for (long candidate : candidates(outcome)) {
                seen++;
                rightlySeen += candidate == number ? 1 : 0;
                rightlySame += candidate == number && outcome instanceof Outcome.Same ? 1 : 0;
            }
        }

        private static List<Long> candidates(Outcome outcome) {
            if (outcome instanceof Outcome.Same one) {
                return List.of(one.educationId());
            }
            return outcome instanceof Outcome.Look look
                    ? look.candidates().stream()
                            .map(Outcome.Candidate::educationId)
                            .toList()
                    : List.of();
        }
    }
}
