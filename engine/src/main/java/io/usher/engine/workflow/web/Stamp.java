package io.usher.engine.workflow.web;

import io.usher.engine.account.Caller;
import io.usher.engine.workflow.internal.Workflow.Change;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Says who does something, and that it is now. */
@Component
class Stamp {

    private final Clock clock;

    Stamp(Clock clock) {
        this.clock = clock;
    }

    Change by(Caller caller) {
        return new Change(clock.instant(), caller.name(), caller.actor());
    }
}
