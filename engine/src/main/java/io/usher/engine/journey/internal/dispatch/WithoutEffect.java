package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import io.usher.engine.journey.internal.dispatch.Intent.Refused;
import io.usher.engine.journey.internal.dispatch.Intent.Start;
import io.usher.engine.journey.internal.dispatch.Intent.Stop;
import io.usher.engine.shared.Reason;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.LinkTable.Linked;
import java.util.List;
import java.util.Optional;

/** Events that start, stop and wake nothing whatever the filters and journeys are: history, and those about nobody. */
final class WithoutEffect {

    private WithoutEffect() {}

    /** The same refusal for each link of the event's type; empty when a look has to decide. */
    static Optional<Intent> of(Event event, LinkTable links) {
        if (event.history()) {
            return Optional.of(refused(event, links, Reasons.HISTORY.with()));
        }
        return event.contact() == null
                ? Optional.of(refused(event, links, Reasons.NO_CONTACT.with()))
                : Optional.empty();
    }

    private static Intent refused(Event event, LinkTable links, Reason reason) {
        var linked = links.of(event.type());
        var stops = linked.stream()
                .filter(each -> each.stops(event.type()))
                .map(each -> new Stop(each.workflow(), each.name(), List.of(), reason))
                .toList();
        var starts = linked.stream()
                .filter(each -> each.starts(event.type()))
                .<Start>map(each -> refused(each, reason))
                .toList();
        return new Intent(stops, starts);
    }

    private static Refused refused(Linked linked, Reason reason) {
        return new Refused(linked.workflow(), linked.name(), reason);
    }
}
