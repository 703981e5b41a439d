package io.usher.engine.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.ActorNames;
import io.usher.engine.account.Audit;
import io.usher.engine.account.Audit.Query;
import io.usher.engine.account.Audit.Things;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Texts;
import io.usher.engine.shared.TimeWindow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Account")
class AuditController {

    private final Audit audit;
    private final ActorNames names;

    AuditController(Audit audit, ActorNames names) {
        this.audit = audit;
        this.names = names;
    }

    /** {@code name} is what the user or key is called now; null when there is none of that id any more. */
    record ActorAnswer(String kind, String id, @Nullable String name) {}

    record ThingAnswer(String kind, String id) {}

    record EntryAnswer(
            String id,
            Instant at,
            ActorAnswer actor,
            String action,
            ThingAnswer thing,
            Map<String, String> arguments,

            @Schema(description = "What the actor did, in the language of Accept-Language")
            String text) {

        static EntryAnswer of(AuditEntry entry, Map<Actor, String> names, Wording wording) {
            var actor = entry.actor();
            return new EntryAnswer(
                    entry.id(),
                    entry.at(),
                    new ActorAnswer(actor.kind().key(), actor.id(), names.get(actor)),
                    entry.action(),
                    new ThingAnswer(entry.thing().kind(), entry.thing().id()),
                    entry.arguments(),
                    wording.of(reason(entry)));
        }
    }

    private static Reason reason(AuditEntry entry) {
        var arguments = new HashMap<String, Reason.Value>();
        entry.arguments().forEach((name, value) -> arguments.put(name, Reason.text(value)));
        arguments.put("thing", Reason.text(entry.thing().id()));
        return new Reason("audit", entry.action(), arguments);
    }

    @Needs(Right.AUDIT_READ)
    @GetMapping
    @Operation(
            summary = "Who changed what, newest first",
            description =
                    "actor is the id of a user or key, kind and thing name what was changed (thing needs kind), from "
                            + "is inclusive, to exclusive. A change is here within a second or two after it was made. Entries hold "
                            + "ids and codes, nothing secret or personal.")
    Mono<Page<EntryAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String thing,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Wording wording) {
        var query = new Query(
                Texts.blankToNull(actor),
                things(Texts.blankToNull(kind), Texts.blankToNull(thing)),
                new TimeWindow(from, to));
        return audit.list(caller.workspace(), query, PageRequest.of(cursor, limit))
                .flatMap(page -> named(page, wording));
    }

    private Mono<Page<EntryAnswer>> named(Page<AuditEntry> page, Wording wording) {
        var actors = page.items().stream().map(AuditEntry::actor).distinct().toList();
        return names.of(actors).map(known -> page.map(entry -> EntryAnswer.of(entry, known, wording)));
    }

    private static @Nullable Things things(@Nullable String kind, @Nullable String id) {
        if (kind == null && id != null) {
            throw Problems.invalid("thing", "needs-kind", "thing needs kind beside it");
        }
        return kind == null ? null : new Things(kind, id);
    }
}
