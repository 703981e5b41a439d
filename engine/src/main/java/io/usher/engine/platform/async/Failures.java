package io.usher.engine.platform.async;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import org.jspecify.annotations.Nullable;

/** Tells the failures of servers from failures of content. */
public final class Failures {

    private Failures() {}

    /** Whether a server was away or too slow: such a failure never counts as a try. */
    public static boolean unavailable(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnavailableException
                    || (cause instanceof MongoException mongo && StoreErrors.away(mongo))
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoConnectionPoolClearedException
                    || cause instanceof MongoServerUnavailableException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof MongoInterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server gave up a read because it took longer than it may. */
    public static boolean readTooLong(Throwable failure) {
        return failure instanceof MongoExecutionTimeoutException;
    }

    /**
     * Whether the failure lies in what was worked on, so that it counts as a try. It does not when a server was away, nor when
     * this process has no memory left or lacks a part of its own program: what was worked on is not to blame for that.
     */
    public static boolean ofContent(Throwable failure) {
        return !unavailable(failure) && !ofProcess(failure);
    }

    private static boolean ofProcess(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError
                    || cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                return true;
            }
        }
        return false;
    }

    /** What a failure says of itself, for a reason that people read. */
    public static String words(Throwable failure) {
        var text = failure.getMessage();
        return text == null || text.isBlank() ? "Unexpected failure; the engine's log has the cause" : text;
    }

    /** Whether everything that a bulk of writes failed with is that a unique index refused it. */
    public static boolean onlyDuplicateKeys(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream().allMatch(error -> StoreErrors.duplicateKey(error.getCode()));
    }

    /** Whether a unique index refused the write. */
    public static boolean duplicateKey(Throwable failure) {
        return failure instanceof MongoException mongo && StoreErrors.duplicateKey(mongo.getCode());
    }
}
