package io.usher.engine.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Notes the machine's state before, and tells both afterwards. */
final class Witness {

    /** Processes by name, as the launcher lists them: {@code store=123 broker=124}. */
    private final Map<String, Long> pids = new LinkedHashMap<>();

    private final List<ProcessUse> before = new ArrayList<>();
    private final double load;

    Witness(String processes) {
        for (var each : processes.strip().split("\\s+")) {
            var parts = each.split("=");
            pids.put(parts[0], Long.parseLong(parts[1]));
        }
        pids.put("bench itself", ProcessHandle.current().pid());
        pids.forEach((name, pid) -> before.add(ProcessUse.of(name, pid)));
        load = load();
    }

    Surroundings tell(House house, String commit, String zeebe) {
        var used = before.stream()
                .map(then -> ProcessUse.of(then.name(), pids.get(then.name())).since(then))
                .toList();
        var machine = Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        return new Surroundings(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                commit,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                zeebe,
                store(house),
                machine,
                load,
                load(),
                used);
    }

    private static String store(House house) {
        var build = Mono.from(house.database().runCommand(new Document("buildInfo", 1)))
                .blockOptional()
                .orElseGet(Document::new);
        return House.variable("USHER_BENCH_STORE_KIND") + ", speaks MongoDB " + build.getString("version");
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
