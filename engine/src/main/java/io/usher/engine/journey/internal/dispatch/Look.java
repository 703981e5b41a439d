package io.usher.engine.journey.internal.dispatch;

import static io.usher.engine.shared.Reason.span;
import static io.usher.engine.shared.Reason.whole;

import io.usher.engine.event.Event;
import io.usher.engine.event.Events;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.journey.internal.dispatch.Intent.Grantable;
import io.usher.engine.journey.internal.dispatch.Intent.Refused;
import io.usher.engine.journey.internal.dispatch.Intent.Start;
import io.usher.engine.journey.internal.dispatch.Intent.Stop;
import io.usher.engine.platform.async.Async;
import io.usher.engine.rule.EventFacts;
import io.usher.engine.rule.Rule;
import io.usher.engine.rule.Rules;
import io.usher.engine.rule.Verdict;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Reason;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.LinkTable.Linked;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.StopLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first half of a dispatch: judges filters, pause, age and look-back and finds the journeys to stop. Changes nothing. */
@Component
class Look {

    private final Rules rules;
    private final DispatchJourneys journeys;
    private final Events events;
    private final JourneyProperties properties;

    Look(Rules rules, DispatchJourneys journeys, Events events, JourneyProperties properties) {
        this.rules = rules;
        this.journeys = journeys;
        this.events = events;
        this.properties = properties;
    }

    Intent at(Event event, LinkTable links) {
        return WithoutEffect.of(event, links)
                .orElseGet(() -> at(event, Objects.requireNonNull(event.contact(), "a contact"), links));
    }

    private Intent at(Event event, ContactId contact, LinkTable links) {
        var stops = new ArrayList<Stop>();
        var starts = new ArrayList<Start>();
        for (Linked linked : links.of(event.type())) {
            var stopLinks = linked.stop().stream()
                    .filter(link -> link.eventType().equals(event.type()))
                    .toList();
            if (!stopLinks.isEmpty()) {
                stops.add(stop(event, contact, linked, stopLinks));
            }
            var startLinks = linked.start().stream()
                    .filter(link -> link.eventType().equals(event.type()))
                    .toList();
            if (!startLinks.isEmpty()) {
                starts.add(start(event, contact, linked, startLinks));
            }
        }
        return new Intent(stops, starts);
    }

    private Stop stop(Event event, ContactId contact, Linked linked, List<StopLink> links) {
        var matching = new ArrayList<StopLink>();
        @Nullable Reason refusal = null;
        for (StopLink link : links) {
            var verdict = judge(link.filter(), event);
            if (verdict == null || verdict.holds()) {
                matching.add(link);
            } else if (refusal == null) {
                refusal = verdict.reason();
            }
        }
        if (matching.isEmpty()) {
            return new Stop(linked.workflow(), linked.name(), List.of(), Reasons.filter(refusal));
        }
        var running = Async.value(journeys.running(event.workspace(), contact, linked.workflow(), event.position()));
        var found = running.stream()
                .filter(journey -> matching.stream().anyMatch(link -> names(link, journey, event)))
                .map(Journey::id)
                .toList();
        return nothing(linked, running.size(), found);
    }

    private static Stop nothing(Linked linked, int running, List<JourneyId> found) {
        if (!found.isEmpty()) {
            return new Stop(linked.workflow(), linked.name(), found, null);
        }
        return running == 0
                ? new Stop(linked.workflow(), linked.name(), found, Reasons.NOTHING_RUNNING.with())
                : new Stop(linked.workflow(), linked.name(), found, Reasons.NO_MATCH.with(whole(running)));
    }

    private static boolean names(StopLink link, Journey journey, Event stop) {
        var start = journey.start();
        return StopMatch.agrees(link, new EventFacts(start.key(), start.params()), facts(stop));
    }

    private Start start(Event event, ContactId contact, Linked linked, List<StartLink> links) {
        if (linked.paused()) {
            return new Refused(linked.workflow(), linked.name(), Reasons.PAUSED.with());
        }
        var age = Duration.between(event.occurredAt(), event.acceptedAt());
        if (age.compareTo(properties.lateAfter()) > 0) {
            return new Refused(
                    linked.workflow(), linked.name(), Reasons.TOO_OLD.with(span(age), span(properties.lateAfter())));
        }
        @Nullable Reason refusal = null;
        for (StartLink link : links) {
            var verdict = judge(link.filter(), event);
            if (verdict == null || verdict.holds()) {
                var stop = stopAlreadyHere(event, contact, linked);
                return stop == null
                        ? new Grantable(
                                linked.workflow(),
                                linked.name(),
                                linked.version(),
                                link.reentry(),
                                Scopes.value(link.reentry(), event))
                        : new Refused(linked.workflow(), linked.name(), Reasons.stopIsHere(stop));
            }
            refusal = refusal == null ? verdict.reason() : refusal;
        }
        return new Refused(linked.workflow(), linked.name(), Reasons.filter(refusal));
    }

    private @Nullable Event stopAlreadyHere(Event start, ContactId contact, Linked linked) {
        if (linked.stop().isEmpty()) {
            return null;
        }
        var types = linked.stop().stream().map(StopLink::eventType).distinct().toList();
        var since = later(start.occurredAt(), start.acceptedAt().minus(properties.lookBack()));
        for (Event stop : Async.value(events.recent(start.workspace(), contact, types, since))) {
            if (stop.id().equals(start.id())
                    || stop.history()
                    || !stop.occurredAt().isAfter(start.occurredAt())) {
                continue;
            }
            for (StopLink link : linked.stop()) {
                if (link.eventType().equals(stop.type())
                        && StopMatch.agrees(link, facts(start), facts(stop))
                        && holds(judge(link.filter(), stop))) {
                    return stop;
                }
            }
        }
        return null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Null: there is no filter, so it fits. */
    private @Nullable Verdict judge(@Nullable Rule filter, Event event) {
        return filter == null ? null : Async.value(rules.judge(filter, event.facts()));
    }

    private static boolean holds(@Nullable Verdict verdict) {
        return verdict == null || verdict.holds();
    }

    private static EventFacts facts(Event event) {
        return new EventFacts(event.key(), event.params());
    }
}
