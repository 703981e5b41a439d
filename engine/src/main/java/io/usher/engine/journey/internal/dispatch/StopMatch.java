package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.rule.EventFacts;
import io.usher.engine.workflow.StopLink;

/** Whether a stop event names a journey: every match of the link must have the same value on both sides; absent is never the same. */
final class StopMatch {

    private StopMatch() {}

    static boolean agrees(StopLink link, EventFacts start, EventFacts stop) {
        return link.match().stream().allMatch(match -> {
            var one = start.text(match.start());
            return one != null && one.equals(stop.text(match.stop()));
        });
    }
}
