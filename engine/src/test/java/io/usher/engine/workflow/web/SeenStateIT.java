package io.usher.engine.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import io.usher.engine.workflow.Drawings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Activation and triggers are tied to what was looked at. */
@EngineIT
class SeenStateIT {

    private static final Map<String, Object> NONE = Map.of("start", List.of(), "stop", List.of());
    private static final Map<String, Object> BY_PURCHASE =
            Map.of("start", List.of(Map.of("eventType", "purchased", "reentry", Map.of("mode", "each"))));

    private final TestWorkspaces workspaces;
    private TestWorkspace workspace;
    private Api api;
    private String one;

    SeenStateIT(@Autowired TestWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @BeforeEach
    void makeAWorkflow() {
        workspace = workspaces.create();
        api = workspace.api();
        one = "/workflows/" + api.workflow("Seen");
        draft(Drawings.wait(1));
    }

    @Test
    void shouldActivateExactlyTheDraftThatWasLookedAt() {
        // given
        var seen = api.send("POST", one + "/validate", null).expect(200).header("ETag");
        assertThat(seen).isEqualTo(api.send("GET", one + "/draft", null).header("ETag"));
        draft(Drawings.wait(2));

        // when
        var stale = activate(seen, null).expect(412);

        // then
        assertThat(stale.header("Content-Type")).startsWith("application/problem+json");
        assertThat(stale.header("ETag"))
                .isEqualTo(api.send("GET", one + "/draft", null).header("ETag"));
        assertThat(stale.body().path("etag").asString()).isEqualTo(stale.header("ETag"));
        assertThat(stale.body().path("changedBy").asString()).isNotEmpty();
        assertThat(stale.body().path("changedAt").asString()).isNotEmpty();
        assertThat(stale.body().path("detail").asString())
                .contains(stale.body().path("changedBy").asString() + " changed the draft on ")
                .endsWith("Nothing was activated.");
        assertThat(api.get(one).path("status").asString()).isEqualTo("draft");
        assertThat(activate(stale.header("ETag"), null)
                        .expect(200)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(activate(stale.header("ETag"), null)
                        .expect(200)
                        .body()
                        .path("made")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void shouldAskWhichDraftIsMeant() {
        var refused = api.send("POST", one + "/activate", null).expect(428);

        assertThat(refused.body().path("detail").asString()).startsWith("If-Match is required: the ETag of the draft");
        activate("tag without quotes", null).expect(400);
        activate("W/" + api.send("GET", one + "/draft", null).header("ETag"), null)
                .expect(412);
        activate("*", null).expect(200);
        assertThat(api.send("POST", "/workflows/none/activate", "application/json", null, "If-Match", "*")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shouldActivateOnlyWithTheTriggersThatWereLookedAtWhenTheyAreNamed() {
        // given
        var seen = api.send("POST", one + "/validate", null).expect(200);
        var triggers = seen.body().path("triggersEtag").asString();
        assertThat(triggers).isEqualTo(api.send("GET", one + "/triggers", null).header("ETag"));
        triggers("*", NONE).expect(200);

        // when
        var stale =
                activate(seen.header("ETag"), Map.of("triggersEtag", triggers)).expect(412);

        // then
        assertThat(stale.body().path("detail").asString()).contains(" changed the triggers on ");
        assertThat(api.get(one).path("status").asString()).isEqualTo("draft");
        activate(
                        seen.header("ETag"),
                        Map.of("triggersEtag", stale.body().path("etag").asString()))
                .expect(200);
        activate("*", Map.of("triggersEtag", "none")).expect(400);
    }

    @Test
    void shouldReplaceTriggersOnlyOverThoseThatWereRead() {
        // given
        var read = api.send("GET", one + "/triggers", null).header("ETag");

        // when
        var changed = triggers(read, BY_PURCHASE).expect(200);
        var stale = triggers(read, NONE).expect(412);

        // then
        assertThat(changed.header("ETag")).isNotEqualTo(read).startsWith("\"");
        assertThat(stale.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(stale.body().path("changedBy").asString())
                .isEqualTo(changed.body().path("changedBy").asString());
        assertThat(stale.body().path("detail").asString()).endsWith("Nothing was saved.");
        assertThat(api.get(one + "/triggers").path("start")).hasSize(1);
        api.send("PUT", one + "/triggers", NONE).expect(428);
        triggers("*", NONE).expect(200);
        assertThat(api.send("GET", one + "/triggers", null).header("ETag")).isNotEqualTo(changed.header("ETag"));
    }

    @Test
    void shouldLetOneOfManyChangesOfTheSameTriggersThrough() {
        var read = api.send("GET", one + "/triggers", null).header("ETag");

        var statuses = IntStream.range(0, 12)
                .parallel()
                .map(each -> triggers(read, BY_PURCHASE).status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(11);
    }

    private void draft(String drawing) {
        api.send("PUT", one + "/draft", "application/xml", drawing, "If-Match", "*")
                .expect(204);
    }

    private Answer activate(String tag, @Nullable Object body) {
        return api.send("POST", one + "/activate", "application/json", body, "If-Match", tag);
    }

    private Answer triggers(String tag, Object triggers) {
        return api.send("PUT", one + "/triggers", "application/json", triggers, "If-Match", tag);
    }
}
