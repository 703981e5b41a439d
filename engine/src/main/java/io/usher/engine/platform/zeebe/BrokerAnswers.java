package io.usher.engine.platform.zeebe;

import io.camunda.client.api.CamundaFuture;
import io.usher.engine.platform.async.UnavailableException;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What a command to the broker came to: its answer; nothing when its target is gone; an {@link UnavailableException} when the
 * broker is away; a {@link BrokerRefusedException} when what was asked for is wrong. Every place that speaks to Zeebe asks here.
 */
public final class BrokerAnswers {

    private static final int REPEATS = 6;
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private BrokerAnswers() {}

    /** One try. */
    public static <T> Mono<T> once(Supplier<CamundaFuture<T>> command) {
        return Mono.defer(() -> Mono.fromCompletionStage(command.get())).onErrorResume(BrokerAnswers::meant);
    }

    /** For commands that may be repeated: again and again for some seconds while the broker is away. */
    public static <T> Mono<T> repeated(Supplier<CamundaFuture<T>> command) {
        return once(command)
                .retryWhen(Retry.backoff(REPEATS, FIRST)
                        .maxBackoff(LONGEST)
                        .filter(UnavailableException.class::isInstance)
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()));
    }

    private static <T> Mono<T> meant(Throwable error) {
        var code = BrokerErrors.code(error);
        if (code == null) {
            return Mono.error(error);
        }
        return switch (BrokerErrors.meaning(code)) {
            case GONE, DONE_BEFORE -> Mono.empty();
            case REFUSED -> Mono.error(new BrokerRefusedException(BrokerErrors.words(error), error));
            case CREDENTIALS ->
                Mono.error(new UnavailableException("The broker refuses Usher's credentials (" + code + ")", error));
            case AWAY ->
                Mono.error(new UnavailableException("The broker does not answer: " + error.getMessage(), error));
        };
    }

    /** Why the broker does not answer, without any word of its own: for health. */
    public static String why(Throwable error) {
        var code = BrokerErrors.code(error);
        if (code == null) {
            return error.getClass().getSimpleName();
        }
        return BrokerErrors.meaning(code) == BrokerErrors.Meaning.CREDENTIALS
                ? "refuses the credentials (" + code + ")"
                : code.name();
    }
}
