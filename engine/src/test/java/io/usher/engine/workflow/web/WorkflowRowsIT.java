package io.usher.engine.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspaces;
import io.usher.engine.workflow.Drawings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a row of the list of workflows says, and the orders and filters of that list. */
@EngineIT
class WorkflowRowsIT {

    private final TestWorkspaces workspaces;
    private Api api;

    WorkflowRowsIT(@Autowired TestWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @BeforeEach
    void makeWorkspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldNameLinksInWordsAndCountStarts() {
        // given
        var live = LiveWorkflow.activated(
                api, Drawings.wait(3), Map.of("mode", "once-in", "every", 2, "unit", "hours"), Map.of());
        api.put("/event-types/begin", Map.of("name", "Cart left"));

        // when
        live.awaitAt(live.journeyOf("ann@example.com"), "Rest");
        live.awaitAt(live.journeyOf("bob@example.com"), "Rest");
        var standing = api.items("/journeys?workflow=" + live.id()).get(0);
        api.post("/journeys/" + live.journeys("running").get(0).path("id").asString() + "/stop", null);
        var row = api.items("/workflows").get(0);

        // then
        assertThat(row.path("startLinks").toString())
                .isEqualTo("[{\"eventType\":\"begin\",\"name\":\"Cart left\",\"reentry\":\"once in every 2 hours\"}]");
        assertThat(row.path("stopLinks").toString()).isEqualTo("[{\"eventType\":\"end\",\"name\":\"end\"}]");
        assertThat(standing.path("contactLabel").asString()).isEqualTo("bob@example.com");
        assertThat(standing.path("stands").path("block").asString()).isEqualTo("Rest");
        assertThat(standing.path("stands").path("name").asString()).isEqualTo("Wait");
        assertThat(standing.path("stands").path("until").asString()).isNotEmpty();
        assertThat(row.path("startedLast7Days").asInt()).isEqualTo(2);
        assertThat(row.path("journeysInside").asInt()).isEqualTo(1);
    }

    @Test
    void shouldSayWhetherTheDraftIsWhatIsActive() {
        // given
        api.eventType("begin");
        var id = api.workflow("Drafts");
        api.draft(id, Drawings.wait(1));
        api.triggers(id, Map.of("start", List.of(Map.of("eventType", "begin", "reentry", Map.of("mode", "each")))));
        assertThat(api.get("/workflows/" + id).path("draftDiffers").asBoolean()).isTrue();

        // when
        api.activate(id);
        var active = api.get("/workflows/" + id);
        api.draft(id, Drawings.wait(2));
        var changed = api.get("/workflows/" + id);
        api.draft(id, Drawings.wait(1));
        var changedBack = api.get("/workflows/" + id);

        // then
        assertThat(active.path("draftDiffers").asBoolean()).isFalse();
        assertThat(changed.path("draftDiffers").asBoolean()).isTrue();
        assertThat(changedBack.path("draftDiffers").asBoolean()).isFalse();
        assertThat(changed.path("draft").path("etag").asString())
                .isNotEqualTo(active.path("draft").path("etag").asString());
        assertThat(changedBack.path("draft").path("etag").asString())
                .isEqualTo(api.send("GET", "/workflows/" + id + "/draft", null).header("ETag"));
        assertThat(changedBack.path("draft").path("changedBy").asString()).isNotEmpty();
        assertThat(changedBack.path("draft").path("changedAt").asString()).isNotEmpty();
    }

    @Test
    void shouldListInTheOrderAskedForOverAllPages() {
        // given
        var beta = api.workflow("beta");
        var alpha = api.workflow("Alpha");
        var gamma = api.workflow("gamma");
        api.put("/workflows/" + beta, Map.of("name", "Beta"));

        // then
        assertThat(ids("sort=name")).containsExactly(alpha, beta, gamma);
        assertThat(ids("sort=created")).containsExactly(gamma, alpha, beta);
        assertThat(ids("sort=changed")).containsExactly(beta, gamma, alpha);
        assertThat(ids("")).containsExactly(beta, gamma, alpha);
        api.send("GET", "/workflows?sort=size", null).expect(400);
        var next = api.get("/workflows?sort=name&limit=1").path("next").asString();
        api.send("GET", "/workflows?sort=created&cursor=" + next, null).expect(400);
    }

    @Test
    void shouldFindThoseLinkedToAnEventType() {
        // given
        var started = api.workflow("Started by it");
        var stopped = api.workflow("Stopped by it");
        var other = api.workflow("Another");
        var link = Map.of("eventType", "orderPaid", "reentry", Map.of("mode", "each"));
        api.triggers(started, Map.of("start", List.of(link)));
        api.triggers(stopped, Map.of("stop", List.of(Map.of("eventType", "orderPaid"))));
        api.triggers(
                other, Map.of("start", List.of(Map.of("eventType", "cartLeft", "reentry", Map.of("mode", "each")))));

        // then
        assertThat(ids("event=orderPaid&sort=name")).containsExactly(started, stopped);
        assertThat(ids("event=nothing")).isEmpty();
    }

    @Test
    void shouldNameTheTagsInUseWithoutThoseOfArchivedWorkflows() {
        // given
        tagged("Spring", "mail");
        tagged("mail", "autumn");
        var old = tagged("autumn", "forgotten");
        var live = LiveWorkflow.activated(api, Drawings.wait(3), Map.of("mode", "each"), Map.of());
        api.put("/workflows/" + live.id(), Map.of("name", "Live", "tags", List.of("live")));
        var elsewhere = workspaces.create().api();
        elsewhere.post("/workflows", Map.of("name", "Of others", "tags", List.of("theirs")));

        // when
        api.delete("/workflows/" + old);

        // then
        assertThat(tags("")).containsExactly("autumn", "live", "mail", "Spring");
        assertThat(tags("?status=active")).containsExactly("live");
        assertThat(tags("?status=archived")).containsExactly("autumn", "forgotten");
        assertThat(tags("?status=paused")).isEmpty();
        assertThat(elsewhere.items("/workflows/tags").get(0).asString()).isEqualTo("theirs");
        api.send("GET", "/workflows/tags?status=lost", null).expect(400);
    }

    private String tagged(String... tags) {
        return api.post("/workflows", Map.of("name", "Tagged", "tags", List.of(tags)))
                .path("id")
                .asString();
    }

    private List<String> tags(String query) {
        return api.items("/workflows/tags" + query)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Read one by one, so that every cursor is used. */
    private List<String> ids(String query) {
        var ids = new java.util.ArrayList<String>();
        var page = api.get("/workflows?limit=1&" + query);
        while (true) {
            page.path("items").forEach(row -> ids.add(row.path("id").asString()));
            if (page.path("next").isNull()) {
                return ids;
            }
            page = api.get("/workflows?limit=1&" + query + "&cursor="
                    + page.path("next").asString());
        }
    }
}
