package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.journey.internal.dispatch.Act.Result;
import io.usher.engine.journey.internal.record.JourneyMeters;
import io.usher.engine.journey.internal.start.StartNudge;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.workflow.LinkTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dispatches one event: look, intent, act, decisions (mechanism.md, section 2). Straight code on a virtual thread. */
@Component
class Dispatch {

    private static final int DEEPEST = 5;

    private final DispatchQueue queue;
    private final Look look;
    private final Act act;
    private final StartNudge startNudge;
    private final CrashPoints crashPoints;

    Dispatch(DispatchQueue queue, Look look, Act act, StartNudge startNudge, CrashPoints crashPoints) {
        this.queue = queue;
        this.look = look;
        this.act = act;
        this.startNudge = startNudge;
        this.crashPoints = crashPoints;
    }

    /** False: another event had to be finished first and this one is to be dispatched again. */
    boolean dispatch(Event event, LinkTable links) {
        if (event.intent() != null) {
            JourneyMeters.intentReplayed();
        }
        var withIntent = event.intent() == null ? lookAt(event, links) : event;
        return withIntent == null || act(withIntent, 0);
    }

    /** The event with its intent, or null when nothing more is to be done with it. */
    private @Nullable Event lookAt(Event event, LinkTable links) {
        var intent = look.at(event, links);
        crashPoints.reached("dispatch-after-look");
        if (intent.nothingToDo()) {
            if (Async.value(queue.finish(event, Act.decisionsOnly(intent), true))) {
                return null;
            }
        } else {
            Async.value(queue.storeIntent(event, IntentCodec.write(intent)));
            crashPoints.reached("dispatch-after-intent");
        }
        var now = Async.await(queue.read(event.workspace(), event.id()));
        boolean mine = now != null && now.due() && now.position() == event.position() && now.intent() != null;
        return mine ? now : null;
    }

    private boolean act(Event event, int depth) {
        var params = event.intent();
        if (params == null) {
            return true;
        }
        return switch (act.by(IntentCodec.read(params), event)) {
            case Result.Decided decided -> {
                crashPoints.reached("dispatch-before-finish");
                Async.value(queue.finish(event, decided.decisions(), false));
                startNudge.inserted();
                yield true;
            }
            case Result.Late late -> true;
            case Result.FinishFirst first -> {
                if (depth >= DEEPEST) {
                    throw new IllegalStateException("Events wait for each other: " + event.id());
                }
                act(first.other(), depth + 1);
                yield false;
            }
        };
    }
}
