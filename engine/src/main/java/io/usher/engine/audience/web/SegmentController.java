package io.usher.engine.audience.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.audience.Segment;
import io.usher.engine.audience.Segments;
import io.usher.engine.audience.internal.SegmentStore;
import io.usher.engine.audience.internal.SegmentStore.Member;
import io.usher.engine.audience.internal.SegmentStore.Placing;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.platform.async.Edits;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.platform.web.MergedForms;
import io.usher.engine.platform.web.StaleBody;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Edited;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/segments")
@Tag(name = "Segments")
class SegmentController {

    private static final Pattern KEY = Pattern.compile("[a-z0-9_-]{1,100}");
    private static final int MAX_NAME = 200;
    private static final int COUNTED = 10_000;
    private static final int COUNTS_AT_ONCE = 4;

    private final Segments segments;
    private final SegmentStore store;
    private final Contacts contacts;
    private final MergedForms forms;
    private final Clock clock;

    SegmentController(Segments segments, SegmentStore store, Contacts contacts, MergedForms forms, Clock clock) {
        this.forms = forms;
        this.segments = segments;
        this.store = store;
        this.contacts = contacts;
        this.clock = clock;
    }

    record NewSegment(@Nullable String key, @Nullable String name) {}

    /** What can be changed. */
    record Named(@Nullable String name) {}

    record NewMember(@Nullable String contactId) {}

    /** {@code members} is exact up to 10,000, then {@code moreMembers} says that there are more. */
    record SegmentAnswer(
            String key,
            String name,
            long members,
            boolean moreMembers,
            Instant createdAt,

            @Schema(description = "As If-Match takes it, with its quotes; who is in the segment does not count")
            String etag) {}

    record MemberAnswer(String contactId, @Nullable String source, Instant addedAt) {

        static MemberAnswer of(Member member) {
            return new MemberAnswer(member.contact().value(), member.source(), member.addedAt());
        }
    }

    /** {@code added} is false when the contact was in before. */
    record AddedAnswer(String contactId, boolean added) {}

    @Needs(Right.SEGMENT_READ)
    @GetMapping
    @Operation(summary = "Segments by key, with the number of their members")
    Mono<Page<SegmentAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return store.list(caller.workspace(), PageRequest.of(cursor, limit))
                .flatMap(page -> Flux.fromIterable(page.items())
                        .flatMapSequential(this::counted, COUNTS_AT_ONCE)
                        .collectList()
                        .map(items -> new Page<>(items, page.next())));
    }

    @Needs(Right.SEGMENT_EDIT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a list segment; its key cannot be changed later")
    Mono<SegmentAnswer> create(@AuthenticationPrincipal Caller caller, @RequestBody NewSegment request) {
        var key = key(request.key());
        var segment = new Segment(key, caller.workspace(), name(request.name(), key), clock.instant());
        return segments.make(segment, caller.actor())
                .filter(created -> created)
                .switchIfEmpty(
                        Mono.error(() -> Problems.conflict("key-taken", "There is a segment \"" + key + "\" already")))
                .map(created -> answer(segment, 0));
    }

    @Needs(Right.SEGMENT_READ)
    @GetMapping("/{key}")
    @Operation(summary = "One segment, with its ETag")
    Mono<ResponseEntity<?>> find(@AuthenticationPrincipal Caller caller, @PathVariable String key) {
        return existing(caller.workspace(), key).flatMap(this::tagged);
    }

    @Needs(Right.SEGMENT_EDIT)
    @PatchMapping(
            path = "/{key}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change the name (merge patch); needs If-Match (428), refused when another state is there (412)",
            description = "null takes the name away: the key is shown in its place.")
    Mono<ResponseEntity<?>> patch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody Map<String, @Nullable Object> body) {
        var expected = EntityTags.expected(ifMatch, "segment");
        return Edits.change(
                        existing(caller.workspace(), key),
                        Segment::tag,
                        expected,
                        now -> renamed(now, forms.merged(new Named(now.name()), body, Named.class), caller))
                .<ResponseEntity<?>>flatMap(edited -> switch (edited) {
                    case Edited.Saved<Segment>(var now) -> tagged(now);
                    case Edited.Stale<Segment>(var now) ->
                        Mono.<ResponseEntity<?>>just(StaleBody.of("segment", now.tag(), "Nothing was saved.")
                                .answer());
                });
    }

    private Mono<Segment> renamed(Segment now, Named form, Caller caller) {
        var name = name(form.name(), now.key());
        return name.equals(now.name()) ? Mono.just(now) : store.rename(now, name, caller.actor());
    }

    private Mono<ResponseEntity<?>> tagged(Segment segment) {
        return counted(segment)
                .<ResponseEntity<?>>map(
                        answer -> ResponseEntity.ok().eTag(segment.tag()).body(answer));
    }

    @Needs(Right.SEGMENT_READ)
    @GetMapping("/{key}/members")
    @Operation(summary = "Who is in the segment, latest first")
    Mono<Page<MemberAnswer>> members(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var page = PageRequest.of(cursor, limit);
        return existing(caller.workspace(), key)
                .flatMap(segment -> store.members(caller.workspace(), key, page))
                .map(found -> found.map(MemberAnswer::of));
    }

    @Needs(Right.SEGMENT_FILL)
    @PostMapping("/{key}/members")
    @Operation(summary = "Put a contact into the segment; repeating changes nothing")
    Mono<AddedAnswer> add(
            @AuthenticationPrincipal Caller caller, @PathVariable String key, @RequestBody NewMember request) {
        return contact(caller.workspace(), request.contactId())
                .flatMap(contact -> store.add(placing(caller, key, contact.id()), "API, " + caller.name())
                        .map(added -> new AddedAnswer(contact.id().value(), added)));
    }

    @Needs(Right.SEGMENT_FILL)
    @DeleteMapping("/{key}/members/{contactId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a contact out of the segment; repeating changes nothing")
    Mono<Void> remove(
            @AuthenticationPrincipal Caller caller, @PathVariable String key, @PathVariable String contactId) {
        return store.remove(placing(caller, key, new ContactId(contactId))).then();
    }

    private static Placing placing(Caller caller, String key, ContactId contact) {
        return new Placing(caller.workspace(), key, contact, caller.actor());
    }

    private Mono<Contact> contact(WorkspaceId workspace, @Nullable String contactId) {
        if (contactId == null || contactId.isBlank()) {
            throw Problems.invalid("contactId", "required", "contactId is required");
        }
        return contacts.find(workspace, new ContactId(contactId))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("contact", contactId)));
    }

    private Mono<Segment> existing(WorkspaceId workspace, String key) {
        return segments.find(workspace, key).switchIfEmpty(Mono.error(() -> Problems.notFound("segment", key)));
    }

    private Mono<SegmentAnswer> counted(Segment segment) {
        return store.count(segment.workspace(), segment.key(), COUNTED + 1).map(count -> answer(segment, count));
    }

    private static SegmentAnswer answer(Segment segment, long count) {
        return new SegmentAnswer(
                segment.key(),
                segment.name(),
                Math.min(count, COUNTED),
                count > COUNTED,
                segment.createdAt(),
                '"' + segment.tag() + '"');
    }

    private static String key(@Nullable String text) {
        var key = text == null ? "" : VisibleText.clean(text);
        if (!KEY.matcher(key).matches()) {
            throw Problems.invalid("key", "characters", "key has 1 to 100 of the characters a-z, 0-9, - and _");
        }
        return key;
    }

    private static String name(@Nullable String text, String key) {
        var name = text == null ? "" : VisibleText.clean(text);
        if (name.length() > MAX_NAME || VisibleText.hasControls(name)) {
            throw Problems.invalid(
                    "name", "length", "name has at most " + MAX_NAME + " characters and no control characters");
        }
        return name.isEmpty() ? key : name;
    }
}
