package io.usher.engine.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting keeps the engine from starting, instead of a page of causes; named in {@code META-INF/spring.factories}. */
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, WrongSettingException cause) {
        return new FailureAnalysis(
                "A setting is wrong: " + cause.getMessage(),
                "Set " + cause.setting() + " as docs/operations.md says, and start again.",
                cause);
    }
}
