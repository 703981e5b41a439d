package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.internal.dispatch.DispatchJourneys.ScopeView;
import io.usher.engine.journey.internal.dispatch.Intent.Grantable;
import io.usher.engine.journey.internal.dispatch.ReentryDocuments.Row;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Reason;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.Reentry.WhileRunning;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides, atomically and once, whether an event may start under a policy that limits starts (mechanism.md, section 3.3). */
@Component
class ReentryGate {

    private final ReentryDocuments documents;
    private final DispatchJourneys journeys;
    private final DispatchQueue queue;
    private final Ending ending;
    private final ReentryPeriod period;
    private final CrashPoints crashPoints;

    ReentryGate(
            ReentryDocuments documents,
            DispatchJourneys journeys,
            DispatchQueue queue,
            Ending ending,
            ReentryPeriod period,
            CrashPoints crashPoints) {
        this.documents = documents;
        this.journeys = journeys;
        this.queue = queue;
        this.ending = ending;
        this.period = period;
        this.crashPoints = crashPoints;
    }

    /** The answer for this event; {@link Answer.FinishFirst} and {@link Answer.Late} leave the event as it is. */
    Answer decide(Event event, ContactId contact, Grantable start) {
        var scope = Scopes.of(start.reentry(), start.value());
        var id = Ids.derived(
                event.workspace().value(), start.workflow().value(), contact.value(), scope.per(), scope.value());
        while (true) {
            var row = Async.await(documents.read(id)); // (a)
            if (row != null && row.lastEvent().equals(event.id())) {
                return recorded(row);
            }
            var other = row == null ? null : stillDue(event, row); // (b)
            if (other != null) {
                return new Answer.FinishFirst(other);
            }
            crashPoints.reached("dispatch-after-reentry-read");
            var view =
                    Async.value(journeys.scope(event.workspace(), start.workflow(), contact, scope, event.id())); // (c)
            if (!mine(event)) { // (d)
                return new Answer.Late();
            }
            var verdict = endRunning(event, start.reentry(), view, judge(event, start.reentry(), view, row)); // (e)
            var next = next(event, row, view, verdict);
            if (Async.value(documents.write(id, row, next))) { // (f)
                crashPoints.reached("dispatch-after-reentry");
                return recorded(next);
            }
        }
    }

    private static Answer recorded(Row row) {
        return row.reason() == null ? new Answer.Granted() : new Answer.Refused(row.reason());
    }

    private @Nullable Event stillDue(Event event, Row row) {
        var other = Async.await(queue.read(event.workspace(), row.lastEvent()));
        return other != null && other.due() ? other : null;
    }

    private boolean mine(Event event) {
        var now = Async.await(queue.read(event.workspace(), event.id()));
        return now != null && now.due() && now.position() == event.position();
    }

    private Verdict judge(Event event, Reentry reentry, ScopeView view, @Nullable Row row) {
        var last = latest(view, row);
        boolean limited = period.limits(event.workspace(), reentry, last, event.acceptedAt());
        boolean runs = !view.running().isEmpty();
        boolean again = reentry.whileRunning() == WhileRunning.RESTART && runs;
        if (limited && again && view.running().stream().anyMatch(Journey::sent)) {
            return new Verdict(Reasons.ALREADY_SENT.with(), limited);
        }
        if (limited && !again) {
            return switch (reentry.mode()) {
                case ONCE -> new Verdict(Reasons.once(last), limited);
                case EACH, ONCE_IN -> new Verdict(Reasons.onceIn(reentry, last), limited);
            };
        }
        if (reentry.whileRunning() == WhileRunning.SKIP && runs) {
            return new Verdict(Reasons.RUNNING.with(), limited);
        }
        return new Verdict(null, limited);
    }

    private Verdict endRunning(Event event, Reentry reentry, ScopeView view, Verdict verdict) {
        if (!verdict.granted() || reentry.whileRunning() != WhileRunning.RESTART) {
            return verdict;
        }
        for (Journey running : view.running()) {
            var journey = ending.restart(event, running.id(), verdict.limited());
            boolean endedByThis = journey.end() != null && journey.end().begunAgainBy(event.id());
            if (verdict.limited() && !endedByThis && journey.sent()) {
                return new Verdict(Reasons.ALREADY_SENT.with(), true);
            }
        }
        return verdict;
    }

    private static Row next(Event event, @Nullable Row row, ScopeView view, Verdict verdict) {
        var last = latest(view, row);
        var started =
                verdict.granted() && (last == null || event.acceptedAt().isAfter(last)) ? event.acceptedAt() : last;
        long n = row == null ? 1 : row.n() + 1;
        return new Row(event.id(), verdict.refusal(), started, n);
    }

    /** An earlier start counts as if it were recorded: so a missing document, or one left by another policy, needs no repair. */
    private static @Nullable Instant latest(ScopeView view, @Nullable Row row) {
        var one = view.latestStart();
        var other = row == null ? null : row.lastStartedAt();
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** {@code refusal}: null when it is granted. */
    private record Verdict(@Nullable Reason refusal, boolean limited) {

        boolean granted() {
            return refusal == null;
        }
    }

    /** What re-entry says. */
    sealed interface Answer {

        /** The journey of this event may be inserted. */
        record Granted() implements Answer {}

        /** Recorded for good: it does not start. */
        record Refused(Reason reason) implements Answer {}

        /** The event decided before this one is still due: finish that one, then begin again. */
        record FinishFirst(Event other) implements Answer {}

        /** Somebody else has dispatched this event: drop it. */
        record Late() implements Answer {}
    }
}
