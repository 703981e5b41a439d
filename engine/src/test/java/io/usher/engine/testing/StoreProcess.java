package io.usher.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An embedded store as a process of its own. */
public final class StoreProcess implements AutoCloseable {

    private final Path data;
    private final int port;
    private ChildProcess process;

    private StoreProcess(Path data, int port) {
        this.data = data;
        this.port = port;
        this.process = run();
    }

    public static StoreProcess start(Path data) {
        return new StoreProcess(data, ChildProcess.freePort());
    }

    /** Its address with the password that it made at its first start. */
    public String uri() {
        try {
            var password = Files.readString(data.resolve("password")).strip();
            return "mongodb://usher:" + password + "@127.0.0.1:" + port + "/usher?authSource=admin";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as {@code kill -9} does and starts it again on the same data. */
    public void killAndStartAgain() {
        process.kill();
        process = run();
    }

    private ChildProcess run() {
        var child = ChildProcess.java(
                "store",
                Map.of(),
                "io.usher.engine.embedded.EmbeddedStore",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString());
        child.awaitReady(() -> open(port));
        return child;
    }

    static boolean open(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
