package io.usher.engine.platform.zeebe;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.usher.engine.platform.async.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what the broker's statuses mean (docs/adr/0025). What is asked for is to blame only where the broker has
 * looked at it and says so; all else lies in the broker, in what stands before it, or in the credentials.
 */
final class BrokerErrors {

    private BrokerErrors() {}

    enum Meaning {
        /** The target is not there, or not there yet. */
        GONE,
        /** What was to be done is done already. */
        DONE_BEFORE,
        /** What was asked for is wrong; asking again changes nothing. */
        REFUSED,
        /** Nothing is asked for by these credentials; they are changed on purpose, so this is as good as away. */
        CREDENTIALS,
        /** Try again later. */
        AWAY
    }

    static Meaning meaning(Code code) {
        return switch (code) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION -> Meaning.REFUSED;
            case NOT_FOUND -> Meaning.GONE;
            case ALREADY_EXISTS -> Meaning.DONE_BEFORE;
            case UNAUTHENTICATED, PERMISSION_DENIED -> Meaning.CREDENTIALS;
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    DEADLINE_EXCEEDED,
                    RESOURCE_EXHAUSTED,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    INTERNAL,
                    UNAVAILABLE,
                    DATA_LOSS -> Meaning.AWAY;
        };
    }

    /** Null for a failure that is not an answer at all, such as variables that cannot be written. */
    static @Nullable Code code(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientStatusException status) {
                return status.getStatusCode();
            }
            if (cause instanceof StatusRuntimeException status) {
                return status.getStatus().getCode();
            }
        }
        return null;
    }

    /** The broker's own words, without what the client puts around them. */
    static String words(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException status
                    && status.getStatus().getDescription() != null) {
                return status.getStatus().getDescription();
            }
        }
        return Failures.words(error);
    }
}
