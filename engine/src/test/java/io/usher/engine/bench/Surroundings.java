package io.usher.engine.bench;

import java.util.List;

/**
 * Where and when it was measured.
 *
 * @param loadBefore the machine's load average (1 min) before the first round, below 0: not to be had
 */
record Surroundings(
        String at,
        String commit,
        String java,
        String zeebe,
        String store,
        String machine,
        double loadBefore,
        double loadAfter,
        List<ProcessUse> processes) {

    Surroundings {
        processes = List.copyOf(processes);
    }
}
