package io.usher.connectors.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Closes a connection when its time is over: a server that answers in drops would outlast every single time limit. */
final class Deadline implements AutoCloseable {

    private final Socket socket;
    private final Thread guard;
    private volatile boolean passed;

    Deadline(Socket socket, Duration limit) {
        this.socket = socket;
        this.guard = Thread.ofVirtual().name("smtp-deadline").start(() -> cut(limit));
    }

    boolean passed() {
        return passed;
    }

    private void cut(Duration limit) {
        try {
            Thread.sleep(limit);
            passed = true;
            socket.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            passed = true;
        }
    }

    @Override
    public void close() {
        guard.interrupt();
        try {
            socket.close();
        } catch (IOException e) {
            passed = true;
        }
    }
}
