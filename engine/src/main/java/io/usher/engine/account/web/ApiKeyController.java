package io.usher.engine.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.ApiKeys;
import io.usher.engine.account.ApiKeys.ApiKey;
import io.usher.engine.account.Caller;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    private final ApiKeys keys;

    ApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    record NewKey(@Nullable String name, @Nullable List<@Nullable String> scopes) {}

    record KeyAnswer(String id, String name, List<String> scopes, Instant createdAt, String createdBy) {

        static KeyAnswer of(ApiKey key) {
            return new KeyAnswer(key.id(), key.name(), ScopeNames.of(key.scopes()), key.createdAt(), key.createdBy());
        }
    }

    /** {@code key} is shown this once. */
    record CreatedAnswer(String id, String name, List<String> scopes, Instant createdAt, String createdBy, String key) {

        static CreatedAnswer of(ApiKeys.Created created) {
            var key = created.key();
            return new CreatedAnswer(
                    key.id(),
                    key.name(),
                    ScopeNames.of(key.scopes()),
                    key.createdAt(),
                    key.createdBy(),
                    created.text());
        }
    }

    @GetMapping
    @Operation(summary = "The keys that hold, newest first")
    Mono<Page<KeyAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return keys.list(caller.workspace(), PageRequest.of(cursor, limit)).map(page -> page.map(KeyAnswer::of));
    }

    @PostMapping
    @Operation(summary = "Make a key; its text is shown once")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CreatedAnswer> create(@AuthenticationPrincipal Caller caller, @RequestBody NewKey request) {
        var checks = new FieldChecks();
        var name = checks.text("name", request.name(), MAX_NAME);
        var scopes = ScopeNames.forKey(request.scopes(), checks);
        checks.orThrow();
        return keys.create(caller.workspace(), name, scopes, caller.name()).map(CreatedAnswer::of);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a key; on other instances it holds for at most 30 seconds more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return keys.revoke(caller.workspace(), id);
    }
}
