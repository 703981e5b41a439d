package io.usher.engine.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** A server that a test starts as a process of its own, to kill it. Its output goes to a file under {@code target}. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts a main class of the engine in a JVM of its own. */
    static ChildProcess java(String name, Map<String, String> environment, String mainClass, String... arguments) {
        var command = new ArrayList<>(
                List.of(javaHome().resolve("bin/java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", mainClassPath(), mainClass));
        command.addAll(List.of(arguments));
        return start(name, environment, command);
    }

    static ChildProcess start(String name, Map<String, String> environment, List<String> command) {
        try {
            var folder = Files.createDirectories(Path.of("target", "child-processes"));
            var log = Files.createTempFile(folder, name + "-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    static int freePort() {
        return freePorts(1)[0];
    }

    /** So many different ones. */
    static int[] freePorts(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            try {
                while (held.size() < count) {
                    held.add(new ServerSocket(0));
                }
                return held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            } finally {
                for (var socket : held) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the check holds; fails at once, with the end of its output, when the process ends before. */
    void awaitReady(Callable<Boolean> check) {
        awaitReady(check, end -> false);
    }

    /** The same for a process that may end so as soon as it works, before anybody has seen it ready. */
    void awaitReady(Callable<Boolean> check, IntPredicate mayEnd) {
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                if (mayEnd.test(process.exitValue())) {
                    return true;
                }
                throw new AssertionError(name + " ended with " + process.exitValue() + "\n" + lastLines());
            }
            return check.call();
        });
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it has ended by itself; its exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " did not end\n" + lastLines());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(no output)";
        }
    }

    private static String mainClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
