package dev.kapu.access;

import java.util.List;
import java.util.stream.Collectors;

/** The policy cannot be used. Its message is one line per problem. */
public final class PolicyException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient List<PolicyProblem> problems;

    PolicyException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<PolicyProblem> problems() {
        return problems;
    }
}
