package dev.kapu.pki;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class KeyProblemAnalyzer extends AbstractFailureAnalyzer<KeyProblem> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyProblem cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
