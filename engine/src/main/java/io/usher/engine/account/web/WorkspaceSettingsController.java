package io.usher.engine.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspace.Change;
import io.usher.engine.account.Workspaces;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.platform.web.StaleBody;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/settings/workspace")
@Tag(name = "Settings")
class WorkspaceSettingsController {

    /** Changes of others that may come between reading and writing before one with {@code If-Match: *} gives up. */
    private static final int TRIES = 5;

    private static final String NOTHING = "Nothing was saved.";

    private final Workspaces workspaces;
    private final Clock clock;

    WorkspaceSettingsController(Workspaces workspaces, Clock clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @Schema(name = "WorkspaceSettings")
    record Settings(
            @Schema(description = "1 to 100 characters") String name,

            @Schema(
                    description =
                            "Of \"at 9:00\" and calendar months, for contacts without one; such as Europe/Stockholm")
            String zone,

            @Schema(description = "Of days and amounts in messages, for contacts without one; such as sv")
            String language,

            @Schema(description = "Whose phone numbers are those without a country's code; ISO 3166, such as SE")
            String country,

            @Schema(
                    description =
                            "Where people on the internet reach this installation; links in messages begin with it",
                    nullable = true)
            @Nullable
            String publicAddress,

            @Nullable Instant changedAt,
            @Nullable String changedBy) {

        static Settings of(Workspace workspace) {
            var address = workspace.publicAddress();
            var changed = workspace.changed();
            return new Settings(
                    workspace.name(),
                    workspace.zone().getId(),
                    workspace.language().toLanguageTag(),
                    workspace.country(),
                    address == null ? null : address.toString(),
                    changed == null ? null : changed.at(),
                    changed == null ? null : changed.by());
        }
    }

    @GetMapping
    @Needs(Right.SETTINGS_READ)
    @Operation(summary = "Name, zone, language, country and public address of the workspace, with their ETag")
    Mono<ResponseEntity<Settings>> read(@AuthenticationPrincipal Caller caller) {
        return now(caller).map(WorkspaceSettingsController::answer);
    }

    @Needs(Right.SETTINGS_EDIT)
    @PatchMapping(consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change some of them (merge patch); needs If-Match (428), refused when others are there (412)",
            description =
                    "Fields: name, zone, language, country, publicAddress (null takes it away). What is not named "
                            + "stays. Other instances go on with the old settings for at most ten seconds.")
    Mono<ResponseEntity<?>> change(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> body) {
        var expected = EntityTags.expected(ifMatch, "settings");
        return change(caller, expected, body, TRIES);
    }

    private Mono<ResponseEntity<?>> change(
            Caller caller, Expected expected, Map<String, @Nullable Object> body, int tries) {
        return now(caller).flatMap(now -> {
            if (tries == 0 || !expected.admits(now.tag())) {
                return Mono.just(stale(now));
            }
            var next = WorkspaceSettingsForm.applied(body, now);
            return next.equals(now)
                    ? Mono.just(answer(now))
                    : workspaces
                            .change(stamped(next, caller))
                            .<ResponseEntity<?>>map(WorkspaceSettingsController::answer)
                            .switchIfEmpty(Mono.defer(() -> change(caller, expected, body, tries - 1)));
        });
    }

    private Workspace stamped(Workspace next, Caller caller) {
        return new Workspace(
                next.id(),
                next.name(),
                next.zone(),
                next.language(),
                next.country(),
                next.publicAddress(),
                new Change(clock.instant(), caller.name(), caller.actor()),
                next.revision() + 1);
    }

    private Mono<Workspace> now(Caller caller) {
        return workspaces
                .read(caller.workspace())
                .switchIfEmpty(Mono.error(
                        () -> Problems.notFound("workspace", caller.workspace().value())));
    }

    private static ResponseEntity<Settings> answer(Workspace workspace) {
        return ResponseEntity.ok().eTag(workspace.tag()).body(Settings.of(workspace));
    }

    private static ResponseEntity<?> stale(Workspace now) {
        var change = now.changed();
        var body = change == null
                ? StaleBody.of("workspace", now.tag(), NOTHING)
                : StaleBody.of("settings", now.tag(), change.at(), change.by(), NOTHING);
        return body.answer();
    }
}
