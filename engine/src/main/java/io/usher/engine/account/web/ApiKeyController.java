package io.usher.engine.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.ApiKeys;
import io.usher.engine.account.ApiKeys.ApiKey;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.account.SecurityLog;
import io.usher.engine.account.SecurityLog.Entry;
import io.usher.engine.account.SecurityLog.What;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/api-keys")
@Tag(name = "API keys")
class ApiKeyController {

    private static final int MAX_NAME = 100;

    private static final Duration LONGEST = Duration.ofDays(3_653);

    private final ApiKeys keys;
    private final SecurityLog log;
    private final Clock clock;

    ApiKeyController(ApiKeys keys, SecurityLog log, Clock clock) {
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    record NewKey(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable String expiresAt) {}

    record KeyAnswer(
            String id,
            String name,
            List<String> scopes,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        static KeyAnswer of(ApiKey key) {
            return new KeyAnswer(
                    key.id(),
                    key.name(),
                    ScopeNames.of(key.scopes()),
                    key.createdAt(),
                    key.createdBy(),
                    key.expiresAt(),
                    key.lastUsedAt());
        }
    }

    /** {@code key} is shown this once. */
    record CreatedAnswer(
            String id,
            String name,
            List<String> scopes,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            String key) {

        static CreatedAnswer of(ApiKeys.Created created) {
            var key = created.key();
            return new CreatedAnswer(
                    key.id(),
                    key.name(),
                    ScopeNames.of(key.scopes()),
                    key.createdAt(),
                    key.createdBy(),
                    key.expiresAt(),
                    key.lastUsedAt(),
                    created.text());
        }
    }

    @Needs(Right.KEY_READ)
    @GetMapping
    @Operation(summary = "The keys that are not revoked, newest first")
    Mono<Page<KeyAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return keys.list(caller.workspace(), PageRequest.of(cursor, limit)).map(page -> page.map(KeyAnswer::of));
    }

    @Needs(Right.KEY_MANAGE)
    @PostMapping
    @Operation(
            summary = "Make a key; its text is shown once",
            description = "From expiresAt on (a time with its offset, at most ten years ahead; none: never) the key is "
                    + "refused with 401 key-expired. lastUsedAt is kept to the minute.")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CreatedAnswer> create(
            @AuthenticationPrincipal Caller caller, @RequestBody NewKey request, ServerHttpRequest http) {
        var checks = new FieldChecks();
        var name = checks.text("name", request.name(), MAX_NAME);
        var scopes = ScopeNames.forKey(request.scopes(), checks);
        var expiresAt = expiry(request.expiresAt(), checks);
        checks.orThrow();
        return keys.create(caller.workspace(), name, scopes, caller.named(), expiresAt)
                .flatMap(created -> log.add(Entry.done(caller, What.API_KEY_MADE, name, ClientAddress.of(http)))
                        .thenReturn(CreatedAnswer.of(created)));
    }

    @Needs(Right.KEY_MANAGE)
    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a key; on other instances it holds for at most 30 seconds more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest http) {
        return keys.revoke(caller.workspace(), id, caller.actor())
                .flatMap(name -> log.add(Entry.done(caller, What.API_KEY_REVOKED, name, ClientAddress.of(http))));
    }

    private @Nullable Instant expiry(@Nullable String text, FieldChecks checks) {
        if (text == null) {
            return null;
        }
        var now = clock.instant();
        try {
            var at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            checks.check(at.isAfter(now), "expiresAt", "future", "expiresAt must lie in the future");
            checks.check(at.isBefore(now.plus(LONGEST)), "expiresAt", "range", "expiresAt must be within ten years");
            return at;
        } catch (DateTimeException e) {
            checks.error("expiresAt", "time", "expiresAt must be a time with its offset such as 2030-01-31T00:00:00Z");
            return null;
        }
    }
}
