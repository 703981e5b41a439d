package io.usher.engine.contact.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.Purposes;
import io.usher.engine.contact.internal.ConsentHistory;
import io.usher.engine.contact.internal.ConsentLedgers.Place;
import io.usher.engine.platform.web.Cursors;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Contacts")
class ConsentController {

    private final Contacts contacts;
    private final ConsentHistory history;
    private final Purposes purposes;

    ConsentController(Contacts contacts, ConsentHistory history, Purposes purposes) {
        this.contacts = contacts;
        this.history = history;
        this.purposes = purposes;
    }

    record PurposesAnswer(List<String> items) {

        static PurposesAnswer of(List<Purpose> purposes) {
            return new PurposesAnswer(purposes.stream().map(Purpose::key).toList());
        }
    }

    @Needs(Right.CONSENT_EDIT)
    @PutMapping("/contacts/{id}/consents/{channel}")
    @Operation(
            summary = "Record that the contact gave or refused consent on a channel, or on every channel (*)",
            description =
                    "{state: given | refused, purpose?: marketing when left out, at?: when the person said it (now"
                            + " when left out; never later than now), source?, proof?}. Each call is a new word. The latest by"
                            + " \"at\" holds, in whatever order they reach us; of two of one instant the refusal.")
    Mono<ContactAnswer> consent(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String channel,
            @RequestBody ConsentBody body) {
        var word = body.word(channel, caller.named());
        return known(caller.workspace(), word.topic().purpose())
                .then(Mono.defer(() -> contacts.consent(caller.workspace(), new ContactId(id), word)))
                .map(ContactAnswer::of);
    }

    private Mono<Purpose> known(WorkspaceId workspace, Purpose purpose) {
        if (purpose.equals(Purpose.MARKETING)) {
            return Mono.just(purpose);
        }
        return purposes.of(workspace)
                .filter(known -> known.contains(purpose))
                .switchIfEmpty(Mono.error(() -> Problems.invalid(
                        "purpose", "one-of", "purpose \"" + purpose.key() + "\" is none of this workspace's purposes")))
                .thenReturn(purpose);
    }

    @Needs(Right.CONSENT_READ)
    @GetMapping("/contacts/{id}/consents")
    @Operation(
            summary = "What the contact agreed to now, and everything they said about it, the latest first",
            description =
                    "now: purpose -> channel -> {state, source, since}. items: every word with at (when the person"
                            + " said it; atKnown false: nobody knows, it was imported), recordedAt, source, by and proof; channel *"
                            + " means every channel.")
    Mono<ConsentHistoryAnswer> consents(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var page = PageRequest.of(cursor, limit);
        return Mono.zip(
                        purposes.of(caller.workspace()),
                        history.read(caller.workspace(), new ContactId(id), place(cursor), page.limit()))
                .map(found -> ConsentHistoryAnswer.of(found.getT1(), found.getT2()))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("contact", id)));
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var position = Cursors.decode(cursor, 2);
        return new Place(Instant.ofEpochMilli(position.number(0)), position.text(1));
    }

    @Needs(Right.CONSENT_READ)
    @GetMapping("/consent-purposes")
    @Operation(summary = "What this workspace asks consent for; marketing is always there")
    Mono<PurposesAnswer> purposes(@AuthenticationPrincipal Caller caller) {
        return purposes.of(caller.workspace()).map(PurposesAnswer::of);
    }

    @Needs(Right.CONSENT_PURPOSE_EDIT)
    @PutMapping("/consent-purposes/{key}")
    @Operation(
            summary = "Add a purpose",
            description =
                    "Its key: 1 to 40 lower-case letters, digits and hyphens. At most 20; none is taken away again.")
    Mono<PurposesAnswer> addPurpose(@AuthenticationPrincipal Caller caller, @PathVariable String key) {
        return Mono.fromSupplier(() -> new Purpose(key))
                .flatMap(purpose -> purposes.add(caller.workspace(), purpose))
                .map(PurposesAnswer::of);
    }
}
