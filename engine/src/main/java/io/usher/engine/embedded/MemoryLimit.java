package io.usher.engine.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** What one command may keep in memory, in bytes of BSON. */
final class MemoryLimit {
    private final long bytes;
    private long used;

    private MemoryLimit(long bytes) {
        this.bytes = bytes;
    }

    /** A decoded document takes several times its BSON, and some commands run side by side. */
    static MemoryLimit perCommand() {
        return new MemoryLimit(Long.getLong(
                "usher.store.command-bytes", Math.clamp(Runtime.getRuntime().maxMemory() / 16, 8L << 20, 100L << 20)));
    }

    void take(long size) {
        used += size;
        if (used > bytes) {
            throw new MongoServerError(
                    292,
                    "QueryExceededMemoryLimitNoDiskUseAllowed",
                    "Sort exceeded memory limit of " + bytes + " bytes, but did not opt in to external sorting.");
        }
    }

    void release(long size) {
        used -= size;
    }
}
