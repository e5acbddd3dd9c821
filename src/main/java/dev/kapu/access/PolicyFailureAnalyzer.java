package dev.kapu.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A bad policy stops the start with its sentences instead of a stack trace. */
class PolicyFailureAnalyzer extends AbstractFailureAnalyzer<PolicyException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyException cause) {
        return new FailureAnalysis(
                "The policy cannot be used:%n%n%s".formatted(cause.getMessage()),
                "Correct what is named above and start again.",
                cause);
    }
}
