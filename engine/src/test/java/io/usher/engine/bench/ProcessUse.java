package io.usher.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one process took of the machine.
 *
 * @param cpuSeconds during the bench, its filling included
 * @param peakMegabytes the most memory it held since its start; null where the system does not tell
 */
record ProcessUse(String name, double cpuSeconds, @Nullable Long peakMegabytes) {

    /** Looked at now; {@link #since} says what was used from here on. */
    static ProcessUse of(String name, long pid) {
        var cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return new ProcessUse(name, cpu.toMillis() / 1000.0, peak(pid));
    }

    ProcessUse since(ProcessUse before) {
        return new ProcessUse(name, cpuSeconds - before.cpuSeconds, peakMegabytes);
    }

    private static @Nullable Long peak(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
