package io.usher.engine.journey.web;

import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.Journeys.Trail;
import io.usher.engine.journey.web.JourneyDetail.Pass;
import io.usher.engine.message.Message;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Workflows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts journeys, their contacts' labels (one query a page) and the names of blocks (versions are cached) together, and the
 * lines of a trail with the messages that were written there.
 */
@Component
class JourneyRows {

    private final Contacts contacts;
    private final Workflows workflows;
    private final MessageHistory messages;

    JourneyRows(Contacts contacts, Workflows workflows, MessageHistory messages) {
        this.contacts = contacts;
        this.workflows = workflows;
        this.messages = messages;
    }

    Mono<JourneyRow> of(Journey journey, Wording wording) {
        return of(journey.workspace(), new Page<>(List.of(journey), null), wording)
                .map(page -> page.items().getFirst());
    }

    Mono<JourneyDetail> of(Trail trail, Wording wording) {
        return of(trail.journey(), wording)
                .zipWith(written(trail.journey()), (row, written) -> JourneyDetail.of(row, trail, written, wording));
    }

    private Mono<Map<Pass, Message>> written(Journey journey) {
        return messages.ofJourney(journey.workspace(), journey.id())
                .collectMap(message ->
                        new Pass(message.origin().block(), message.origin().pass()));
    }

    Mono<Page<JourneyRow>> of(WorkspaceId workspace, Page<Journey> page, Wording wording) {
        var ids = page.items().stream().map(Journey::contact).distinct().toList();
        return contacts.findAll(workspace, ids)
                .flatMap(known -> Flux.fromIterable(page.items())
                        .concatMap(journey -> blockName(journey)
                                .map(name ->
                                        JourneyRow.of(journey, label(known.get(journey.contact())), name, wording)))
                        .collectList())
                .map(rows -> new Page<>(rows, page.next()));
    }

    private static @Nullable String label(@Nullable Contact contact) {
        return contact == null ? null : contact.label().orElse(null);
    }

    /** The block's name; its id when the drawing is not to be had. */
    private Mono<String> blockName(Journey journey) {
        var place = journey.block();
        if (place == null || journey.state() == State.FINISHED) {
            return Mono.just("");
        }
        return workflows
                .version(journey.workflow(), journey.version())
                .mapNotNull(version -> version.graph().nodes().get(place.block()))
                .map(Node::name)
                .onErrorResume(unreadable -> !Failures.unavailable(unreadable), unreadable -> Mono.empty())
                .defaultIfEmpty(place.block());
    }
}
