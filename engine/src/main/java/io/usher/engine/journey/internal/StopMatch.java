package io.usher.engine.journey.internal;

import io.usher.engine.shared.Params;
import io.usher.engine.workflow.StopLink;
import org.jspecify.annotations.Nullable;

/** Whether a stop event names a journey: every match of the link must have the same value on both sides; absent is never the same. */
final class StopMatch {

    private StopMatch() {}

    static boolean agrees(
            StopLink link, Params start, @Nullable String startKey, Params stop, @Nullable String stopKey) {
        return link.match().stream().allMatch(match -> {
            var one = ParamPath.text(start, startKey, match.start());
            return one != null && one.equals(ParamPath.text(stop, stopKey, match.stop()));
        });
    }
}
