package io.usher.engine.journey.internal.visit;

import io.usher.engine.journey.internal.record.RecordedVisit;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import java.time.Duration;

/** What is to be done with a job. */
public sealed interface JobAnswer {

    /** Complete it with these variables; only ever with what was recorded. */
    record Complete(Ahead ahead) implements JobAnswer {}

    /** Fail it with this backoff and without using up a retry. */
    record Later(Duration after, String why) implements JobAnswer {}

    /** Cancel its own instance. */
    record CancelOwn() implements JobAnswer {}

    /** The answer that a recorded visit gives, as often as its job is handed out. */
    static JobAnswer to(RecordedVisit visit) {
        return visit.cut() ? new CancelOwn() : new Complete(visit.ahead());
    }
}
