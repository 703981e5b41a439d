package io.usher.engine.platform.async;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells the failures of servers from failures of content. */
public final class Failures {

    private static final int DUPLICATE_KEY = 11000;

    private Failures() {}

    /** Whether a server was away or too slow: such a failure never counts as a try. */
    public static boolean unavailable(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnavailableException
                    || cause instanceof MongoTimeoutException
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

    /** Whether a unique index refused the write. */
    public static boolean duplicateKey(Throwable failure) {
        return failure instanceof MongoException mongo && mongo.getCode() == DUPLICATE_KEY;
    }
}
