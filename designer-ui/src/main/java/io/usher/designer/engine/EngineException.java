package io.usher.designer.engine;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to the engine that did not do what it should; each kind needs another reaction of the screen. */
public abstract sealed class EngineException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The engine does not answer; the same call may succeed later. */
    public static final class Away extends EngineException {

        @Serial
        private static final long serialVersionUID = 1;

        public Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The engine does not know the session, or the password was wrong. */
    public static final class SignedOut extends EngineException {

        @Serial
        private static final long serialVersionUID = 1;

        public SignedOut(Problem problem) {
            super(problem.text(), null);
        }
    }

    /** Too many tries; ask again after the delay. */
    public static final class TooManyTries extends EngineException {

        @Serial
        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        public TooManyTries(Problem problem, Duration retryAfter) {
            super(problem.text(), null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Somebody else has changed meanwhile what should be replaced; nothing was done. */
    public static final class Stale extends EngineException {

        @Serial
        private static final long serialVersionUID = 1;

        private final String etag;
        private final String detail;

        /**
         * @param etag of what is there now; blank when the engine does not say
         * @param detail who changed it and when, in the engine's words
         */
        public Stale(String etag, String detail) {
            super(detail, null);
            this.etag = etag;
            this.detail = detail;
        }

        public String etag() {
            return etag;
        }

        public String detail() {
            return detail;
        }
    }

    /** The engine refused the call and says why. */
    public static final class Refused extends EngineException {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        public Refused(Problem problem) {
            super(problem.status() + " " + problem.text(), null);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}
