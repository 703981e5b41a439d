package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import io.usher.engine.journey.internal.dispatch.Intent.Refused;
import io.usher.engine.journey.internal.dispatch.Intent.Start;
import io.usher.engine.journey.internal.dispatch.Intent.Stop;
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
            return Optional.of(refused(event, links, "history", Reasons.HISTORY));
        }
        return event.contact() == null
                ? Optional.of(refused(event, links, "no-contact", Reasons.NO_CONTACT))
                : Optional.empty();
    }

    private static Intent refused(Event event, LinkTable links, String code, String text) {
        var linked = links.of(event.type());
        var stops = linked.stream()
                .filter(each -> each.stops(event.type()))
                .map(each -> new Stop(each.workflow(), each.name(), List.of(), code, text))
                .toList();
        var starts = linked.stream()
                .filter(each -> each.starts(event.type()))
                .<Start>map(each -> refused(each, code, text))
                .toList();
        return new Intent(stops, starts);
    }

    private static Refused refused(Linked linked, String code, String text) {
        return new Refused(linked.workflow(), linked.name(), code, text);
    }
}
