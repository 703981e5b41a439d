package io.usher.engine.workflow.internal;

import reactor.core.publisher.Mono;

/** The broker, as far as activation needs it. */
public interface Deployments {

    /**
     * Deploys a process under its own id; harmless when it is there. A broker that is away is an
     * {@link io.usher.engine.platform.async.UnavailableException}, one that refuses a {@link RefusedException}.
     */
    Mono<Void> deploy(String processId, byte[] xml);

    /** The broker does not take this process, and never will. */
    final class RefusedException extends RuntimeException {

        public RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
