package io.usher.engine.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.account.SecurityLog;
import io.usher.engine.account.SecurityLog.Kept;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/security-log")
@Tag(name = "Account")
class SecurityLogController {

    private final SecurityLog log;

    SecurityLogController(SecurityLog log) {
        this.log = log;
    }

    record WhoAnswer(String kind, String id, String name) {}

    record EntryAnswer(
            String id,
            Instant at,
            WhoAnswer who,
            String what,
            @Nullable String about,
            String address,
            String outcome) {

        static EntryAnswer of(Kept kept) {
            var entry = kept.entry();
            var who = entry.who();
            return new EntryAnswer(
                    kept.id(),
                    kept.at(),
                    new WhoAnswer(word(who.kind()), who.id(), who.name()),
                    word(entry.what()),
                    entry.about(),
                    entry.address(),
                    word(entry.outcome()));
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Needs(Right.SECURITY_LOG_READ)
    @GetMapping
    @Operation(
            summary = "Sign-ins, refusals, changes of passwords and keys; newest first, for signed-in people",
            description = "what: sign-in, sign-out, password-change, password-confirmation, api-key-made, "
                    + "api-key-revoked. outcome: done, wrong-password, too-many-tries (one entry an hour for all that "
                    + "were refused so). Tries of names that nobody has are not kept.")
    Mono<Page<EntryAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return log.list(caller.workspace(), PageRequest.of(cursor, limit)).map(page -> page.map(EntryAnswer::of));
    }
}
