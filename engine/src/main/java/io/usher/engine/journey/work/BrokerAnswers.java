package io.usher.engine.journey.work;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.usher.engine.platform.async.UnavailableException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What a command to the broker came to: its answer, nothing when its target is gone, or that the broker is away. */
final class BrokerAnswers {

    private static final Set<Code> AWAY =
            Set.of(Code.UNAVAILABLE, Code.RESOURCE_EXHAUSTED, Code.DEADLINE_EXCEEDED, Code.ABORTED, Code.CANCELLED);
    private static final int REPEATS = 6;
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private BrokerAnswers() {}

    /** One try. */
    static <T> Mono<T> once(Supplier<CamundaFuture<T>> command) {
        return Mono.defer(() -> Mono.fromCompletionStage(command.get()))
                .onErrorResume(error -> code(error) == Code.NOT_FOUND, gone -> Mono.empty())
                .onErrorMap(error -> AWAY.contains(code(error)), BrokerAnswers::unavailable);
    }

    /** For commands that may be repeated: again and again for some seconds while the broker is away. */
    static <T> Mono<T> repeated(Supplier<CamundaFuture<T>> command) {
        return once(command)
                .retryWhen(Retry.backoff(REPEATS, FIRST)
                        .maxBackoff(LONGEST)
                        .filter(UnavailableException.class::isInstance)
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()));
    }

    private static Code code(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientStatusException status) {
                return status.getStatusCode();
            }
            if (cause instanceof StatusRuntimeException status) {
                return status.getStatus().getCode();
            }
        }
        return Code.UNKNOWN;
    }

    private static UnavailableException unavailable(Throwable error) {
        return new UnavailableException("The broker does not answer: " + error.getMessage(), error);
    }
}
