package io.usher.designer.engine;

import io.usher.designer.engine.EngineException.Away;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Calls that do not need each other's answers, made side by side; what is still under way at the end is given up. */
public final class Together implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Begins the call. Its answer is waited for when it is asked for, and its failure is thrown there. */
    public <T> Supplier<T> ask(Supplier<T> call) {
        var reader = Reader.now();
        var answer = threads.submit(() ->
                reader.isPresent() ? ScopedValue.where(Reader.NOW, reader.get()).call(call::get) : call.get());
        return () -> of(answer);
    }

    private static <T> T of(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("Nobody waits for the engine's answer any more", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
