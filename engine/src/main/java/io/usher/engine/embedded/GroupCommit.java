package io.usher.engine.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes side by side, committed together: a write is acknowledged after a commit that started after it, and one
 * committer serves all who wait. No commit sees half a write, so documents and index entries land together.
 */
final class GroupCommit {
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Runnable commit;
    private final Runnable settle;
    private final Object monitor = new Object();
    private final CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
    private long begun;
    private long committed;
    private boolean committing;

    /**
     * @param commit runs while nothing is written
     * @param settle runs after it, beside further writes, before anybody is told
     */
    GroupCommit(Runnable commit, Runnable settle) {
        this.commit = commit;
        this.settle = settle;
    }

    /** Runs a write beside other writes and returns when it is committed. */
    <T> T write(Supplier<T> work) {
        T result = within(gate.readLock(), work);
        awaitVisible();
        return result;
    }

    /** Runs a change of collections or indexes alone and returns when it is committed. */
    <T> T alone(Supplier<T> work) {
        T result = within(gate.writeLock(), work);
        awaitVisible();
        return result;
    }

    /** Runs upkeep of the file while nothing is written. */
    void pause(Runnable upkeep) {
        gate.writeLock().lock();
        try {
            upkeep.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    private <T> T within(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            synchronized (monitor) {
                begun++;
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything that can be seen now is committed. */
    void awaitVisible() {
        synchronized (monitor) {
            long needed = begun;
            while (committed < needed && committing) {
                waitForCommitter();
            }
            failIfBroken();
            if (committed >= needed) {
                return;
            }
            committing = true;
        }
        commitNow();
    }

    private void commitNow() {
        try {
            long upTo = commitAll();
            settle.run();
            finish(upTo, null);
        } catch (RuntimeException e) {
            finish(-1, e);
        } catch (Error e) { // all who wait would wait for ever
            finish(-1, new IllegalStateException(e));
        }
    }

    private long commitAll() {
        gate.writeLock().lock();
        try {
            commit.run();
            synchronized (monitor) {
                return begun;
            }
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void finish(long upTo, @Nullable RuntimeException broken) {
        synchronized (monitor) {
            committing = false;
            if (broken == null) {
                committed = Math.max(committed, upTo);
            } else {
                failure.complete(broken);
            }
            monitor.notifyAll();
            failIfBroken();
        }
    }

    private void waitForCommitter() {
        try {
            monitor.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongoServerError(11600, "InterruptedAtShutdown", "the store is shutting down");
        }
        failIfBroken();
    }

    private void failIfBroken() {
        if (failure.isDone()) {
            throw new MongoServerError(
                    8,
                    "UnknownError",
                    "the store could not write its file: " + failure.join().getMessage());
        }
    }

    /** Completed when a commit failed: what is in memory is then ahead of the file, and only a restart is honest. */
    CompletableFuture<RuntimeException> failure() {
        return failure;
    }
}
