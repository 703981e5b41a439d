package io.usher.engine.platform.health;

import io.usher.engine.platform.async.LoopState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the background loops of this engine go round: each with its last round, and down when one is silent, or fails without
 * end, for longer than it may. Leases and requests go on without them, so nothing else would tell.
 */
final class LoopsHealth {

    private LoopsHealth() {}

    static Health of(List<LoopState> loops, Instant now) {
        var stuck = loops.stream()
                .filter(loop -> loop.silent(now) || loop.failing(now))
                .map(loop -> "loop " + loop.name() + (loop.silent(now) ? " to go on" : " to succeed"))
                .collect(Collectors.joining(", "));
        var health = stuck.isEmpty() ? Health.up() : Health.down().withDetail("waitingFor", stuck);
        loops.forEach(loop -> health.withDetail(loop.name(), details(loop, now)));
        return health.build();
    }

    private static Map<String, Object> details(LoopState loop, Instant now) {
        var details = new LinkedHashMap<String, Object>();
        details.put("state", word(loop, now));
        var round = loop.round();
        if (round != null) {
            details.put("lastRound", round.at().toString());
            details.put("tookMillis", round.took().toMillis());
        }
        var failure = loop.failure();
        if (failure != null) {
            details.put("lastFailure", failure.kind());
            details.put("lastFailureAt", failure.at().toString());
        }
        if (loop.failingSince() != null) {
            details.put("failingSince", loop.failingSince().toString());
        }
        return details;
    }

    private static String word(LoopState loop, Instant now) {
        if (loop.seen() == null) {
            return "not begun";
        }
        if (loop.silent(now)) {
            return "silent";
        }
        return loop.failingSince() == null ? "goes round" : "fails";
    }
}
