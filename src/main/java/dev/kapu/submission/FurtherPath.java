package dev.kapu.submission;

import dev.kapu.submission.PathStep.Action;
import java.util.ArrayList;
import java.util.List;

/** What still lies before a submission (K16). */
final class FurtherPath {
    private FurtherPath() {}

    static List<PathStep> of(Submission submission, boolean needsSignature, boolean inReview, boolean known) {
        var path = new ArrayList<PathStep>();
        if (submission.state() == State.RECEIVED && needsSignature) {
            path.add(new PathStep(1, Action.PRINT_AND_POST));
            path.add(new PathStep(1, Action.SIGN));
            add(path, Action.CONFIRM_AUTHENTICATION);
        }
        switch (submission.state()) {
            case RECEIVED, AUTHENTICATED -> {
                add(path, Action.DECIDE);
                add(path, Action.READ_OUTCOME);
            }
            case ACCEPTED -> {
                if (inReview) {
                    add(path, Action.REVIEW);
                }
                add(path, Action.READ_OUTCOME);
            }
            case REFUSED -> add(path, Action.READ_OUTCOME);
            case WITHDRAWN -> {
                return List.of();
            }
        }
        if (known) {
            add(path, Action.REPORT_AFFILIATIONS);
        }
        return List.copyOf(path);
    }

    private static void add(List<PathStep> path, Action action) {
        int last = path.isEmpty() ? 0 : path.get(path.size() - 1).position();
        path.add(new PathStep(last + 1, action));
    }
}
