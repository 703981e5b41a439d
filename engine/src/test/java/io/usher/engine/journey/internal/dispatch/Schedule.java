package io.usher.engine.journey.internal.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Runs processes in one of all the orders in which their steps can happen: a process stops before each step on the shared
 * stores, and the one of highest priority goes on; at a few seeded moments the running one falls to the lowest priority. So a
 * process may be paused for long in the middle of its work, which is where the holes are. The same seed gives the same order.
 */
final class Schedule {

    private static final int STEPS_BETWEEN_CHANGES = 5;

    private final Random random;
    private final List<Process> processes = new ArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private final List<String> trace = new ArrayList<>();
    private int crashes;
    private int lowest;

    Schedule(long seed, int crashes) {
        this.random = new Random(seed);
        this.crashes = crashes;
    }

    void process(String name, Runnable body) {
        processes.add(new Process(name, body));
    }

    /** Called by the stores before each step. Outside a process (while a test prepares or checks) it does nothing. */
    void step(String what) {
        var current = Process.CURRENT.get();
        if (current != null) {
            current.stop(what);
        }
    }

    int choose(int bound) {
        return random.nextInt(bound);
    }

    void run() {
        for (Process process : List.copyOf(processes)) {
            process.priority = random.nextInt(1_000);
            process.start();
        }
        while (true) {
            var waiting = processes.stream().filter(process -> !process.done).toList();
            if (waiting.isEmpty()) {
                break;
            }
            var next = waiting.stream()
                    .max(Comparator.comparingInt(process -> process.priority))
                    .orElseThrow();
            if (random.nextInt(STEPS_BETWEEN_CHANGES) == 0) {
                next.priority = --lowest;
                next = waiting.stream()
                        .max(Comparator.comparingInt(process -> process.priority))
                        .orElseThrow();
            }
            boolean crash = crashes > 0 && next.restarts && random.nextInt(12) == 0;
            if (crash) {
                crashes--;
            }
            trace.add((crash ? "CRASH " : "") + next.name + ": " + next.what);
            next.go(crash);
        }
        var failed =
                processes.stream().filter(process -> process.failure != null).toList();
        if (!failed.isEmpty()) {
            throw new AssertionError(failed.getFirst().name + " failed\n" + this, failed.getFirst().failure);
        }
    }

    @Override
    public String toString() {
        return String.join("\n", trace);
    }

    /** Thrown inside a process that crashes; what it had stored stays. */
    static final class Crash extends RuntimeException {}

    private final class Process {

        private static final ThreadLocal<Process> CURRENT = new ThreadLocal<>();

        private final String name;
        private final Runnable body;
        private final boolean restarts;
        private final Semaphore permit = new Semaphore(0);
        private int priority;
        private volatile boolean done;
        private volatile boolean crash;
        private volatile String what = "begin";
        private volatile Throwable failure;

        private Process(String name, Runnable body) {
            this.name = name;
            this.body = body;
            this.restarts = name.startsWith("D");
        }

        private void start() {
            Thread.ofVirtual().start(() -> {
                CURRENT.set(this);
                boolean again = true;
                while (again) {
                    again = runOnce();
                }
                done = true;
                arrived.release();
            });
            arrived.acquireUninterruptibly();
        }

        private boolean runOnce() {
            try {
                stop("begin");
                body.run();
                return false;
            } catch (Crash e) {
                return true;
            } catch (Throwable e) {
                failure = e;
                return false;
            }
        }

        private void stop(String next) {
            what = next;
            arrived.release();
            permit.acquireUninterruptibly();
            if (crash) {
                crash = false;
                throw new Crash();
            }
        }

        private void go(boolean withCrash) {
            crash = withCrash;
            permit.release();
            arrived.acquireUninterruptibly();
        }
    }
}
