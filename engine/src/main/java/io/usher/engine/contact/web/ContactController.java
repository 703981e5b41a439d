package io.usher.engine.contact.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.ContactSearch;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactService;
import io.usher.engine.contact.internal.ContactService.Saved;
import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.platform.web.BodyLimit;
import io.usher.engine.platform.web.FoundPage;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/contacts")
@Tag(name = "Contacts")
class ContactController {

    private final Contacts contacts;
    private final ContactService service;
    private final ContactSearch search;

    ContactController(Contacts contacts, ContactService service, ContactSearch search) {
        this.contacts = contacts;
        this.service = service;
        this.search = search;
    }

    @Needs(Right.CONTACT_EDIT)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make or change the contact that the identifiers name",
            description =
                    "{contactId?, externalCustomerId?, email?, phone?, pushToken?, firstName?, lastName?, language?, "
                            + "timeZone?, fields?: {..}}; 201 when it is new. An identifier of somebody else changes nothing and "
                            + "is answered under conflicts, what had to be guessed (a phone number without +) or left out under "
                            + "warnings.")
    Mono<ResponseEntity<ContactAnswer>> save(@AuthenticationPrincipal Caller caller, ServerHttpRequest request) {
        return BodyLimit.EVENT
                .read(request)
                .map(JsonValues::object)
                .flatMap(body -> service.save(caller, entry(body), fields(body)))
                .map(ContactController::answer);
    }

    private static Params entry(Map<String, @Nullable Object> body) {
        var entry = new LinkedHashMap<>(body);
        entry.remove("fields");
        return new Params(entry);
    }

    private static Params fields(Map<String, @Nullable Object> body) {
        var fields = body.get("fields");
        if (fields == null) {
            return Params.EMPTY;
        }
        if (!(fields instanceof Map<?, ?>)) {
            throw Problems.invalid("fields", "type", "fields is not an object");
        }
        return new Params(JsonValues.object(fields));
    }

    private static ResponseEntity<ContactAnswer> answer(Saved saved) {
        return ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ContactAnswer.of(saved.contact(), saved.conflicts(), saved.warnings()));
    }

    @Needs(Right.CONTACT_READ)
    @GetMapping
    @Operation(
            summary = "The contact of an e-mail address, phone number or external id; else all, newest first",
            description =
                    "`startsWith` finds those with an address, a number, an id or a name that begins so, in either case: at "
                            + "most 100, what is named exactly first. Who is not found is an empty list.")
    Mono<FoundPage<ContactAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String externalCustomerId,
            @RequestParam(required = false) @Nullable String startsWith,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var request = PageRequest.of(cursor, limit);
        return startsWith == null || startsWith.isBlank()
                ? found(caller, email, phone, externalCustomerId, request)
                        .map(page -> FoundPage.of(page.map(ContactAnswer::of), false))
                : startingWith(caller, startsWith, request.limit());
    }

    private Mono<FoundPage<ContactAnswer>> startingWith(Caller caller, String typed, int limit) {
        return search.startingWith(caller.workspace(), "startsWith", typed)
                .flatMap(found -> contacts.findAll(
                                caller.workspace(),
                                found.contacts().stream().limit(limit).toList())
                        .map(known -> new Page<>(
                                known.values().stream()
                                        .distinct()
                                        .map(ContactAnswer::of)
                                        .toList(),
                                null))
                        .map(page -> FoundPage.of(
                                page, found.tooMany() || found.contacts().size() > limit)));
    }

    private Mono<Page<Contact>> found(
            Caller caller,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String externalCustomerId,
            PageRequest page) {
        if (email != null) {
            return service.named(caller.workspace(), Kind.EMAIL, email);
        }
        if (phone != null) {
            return service.named(caller.workspace(), Kind.PHONE, phone);
        }
        if (externalCustomerId != null) {
            return service.named(caller.workspace(), Kind.EXTERNAL_CUSTOMER_ID, externalCustomerId);
        }
        return service.list(caller.workspace(), page);
    }

    @Needs(Right.CONTACT_READ)
    @GetMapping("/{id}")
    Mono<ContactAnswer> find(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return contacts.find(caller.workspace(), new ContactId(id))
                .map(ContactAnswer::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("contact", id)));
    }
}
