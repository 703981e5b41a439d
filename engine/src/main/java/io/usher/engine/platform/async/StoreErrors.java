package io.usher.engine.platform.async;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import java.util.List;
import java.util.Set;

/**
 * What MongoDB's errors mean, in one table: every answer of a server that has no primary, moves data, stops, is too slow or does
 * not acknowledge on the majority. The code may stand on the whole, on one write of a bulk, or beside a success.
 */
final class StoreErrors {

    private static final Set<Integer> DUPLICATE_KEYS = Set.of(11000, 11001, 12582);

    private static final Set<Integer> AWAY = Set.of(
            6, // HostUnreachable
            7, // HostNotFound
            13, // Unauthorized: credentials are being changed; nothing that was worked on is to blame
            18, // AuthenticationFailed
            24, // LockTimeout
            43, // CursorNotFound: its server was replaced
            46, // LockBusy
            50, // MaxTimeMSExpired
            63, // StaleShardVersion
            64, // WriteConcernFailed
            70, // ShardNotFound
            89, // NetworkTimeout
            90, // CallbackCanceled
            91, // ShutdownInProgress
            94, // NotYetInitialized
            100, // UnsatisfiableWriteConcern
            112, // WriteConflict
            117, // ConflictingOperationInProgress
            133, // FailedToSatisfyReadPreference
            134, // ReadConcernMajorityNotAvailableYet
            150, // StaleEpoch
            175, // QueryPlanKilled
            189, // PrimarySteppedDown
            202, // NetworkInterfaceExceededTimeLimit
            234, // RetryChangeStream
            239, // SnapshotTooOld
            246, // SnapshotUnavailable
            249, // StaleDbVersion
            262, // ExceededTimeLimit
            279, // ClientDisconnect
            365, // TemporarilyUnavailable
            391, // ReauthenticationRequired
            462, // IngressRequestRateLimitExceeded
            9001, // SocketException
            10058, // LegacyNotPrimary
            10107, // NotWritablePrimary
            11600, // InterruptedAtShutdown
            11601, // Interrupted
            11602, // InterruptedDueToReplStateChange
            13388, // StaleConfig
            13435, // NotPrimaryNoSecondaryOk
            13436, // NotPrimaryOrSecondary
            14031); // OutOfDiskSpace

    private static final List<String> LABELS = List.of(
            "RetryableWriteError",
            "RetryableError",
            "SystemOverloadedError",
            "TransientTransactionError",
            MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL);

    private StoreErrors() {}

    /** Whether the server, and not what was asked of it, is the reason; then what was written may be there or not. */
    static boolean away(MongoException failure) {
        return switch (failure) {
            case MongoWriteConcernException unacknowledged -> true;
            case MongoTimeoutException late -> true;
            case MongoSecurityException refused -> true;
            case MongoBulkWriteException bulk ->
                labelled(bulk)
                        || bulk.getWriteConcernError() != null
                        || bulk.getWriteErrors().stream().anyMatch(error -> AWAY.contains(error.getCode()));
            case MongoWriteException write ->
                labelled(write) || AWAY.contains(write.getError().getCode());
            default -> labelled(failure) || AWAY.contains(failure.getCode());
        };
    }

    private static boolean labelled(MongoException failure) {
        return LABELS.stream().anyMatch(failure::hasErrorLabel);
    }

    static boolean duplicateKey(int code) {
        return DUPLICATE_KEYS.contains(code);
    }
}
