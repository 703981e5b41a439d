package io.usher.engine.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import io.usher.engine.workflow.Drawings;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Workflows;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class WorkflowIT {

    private static final Map<String, Object> STARTED_BY_PURCHASE = Map.of(
            "start",
            List.of(Map.of(
                    "eventType",
                    "purchased",
                    "filter",
                    Map.of("fact", "event.total", "op", "greater", "value", 120),
                    "reentry",
                    Map.of("mode", "once-in", "every", 3, "unit", "hours", "per", "city", "whileRunning", "skip"))),
            "stop",
            List.of(Map.of("eventType", "cancelled", "match", List.of(Map.of("start", "id", "stop", "orderId")))));

    private final TestWorkspaces workspaces;
    private final Workflows workflows;
    private TestWorkspace workspace;
    private Api api;

    WorkflowIT(@Autowired TestWorkspaces workspaces, @Autowired Workflows workflows) {
        this.workspaces = workspaces;
        this.workflows = workflows;
    }

    @BeforeEach
    void makeWorkspace() {
        workspace = workspaces.create();
        api = workspace.api();
    }

    @Test
    void shouldMakeAWorkflowWithADraftOfOneStart() {
        var created = api.send("POST", "/workflows", Map.of("name", " Welcome ", "tags", List.of("new", "new")))
                .expect(201);
        var id = created.body().path("id").asString();
        var draft = api.send("GET", "/workflows/" + id + "/draft", null).expect(200);

        assertThat(created.body().path("name").asString()).isEqualTo("Welcome");
        assertThat(created.body().path("tags")).hasSize(1);
        assertThat(created.body().path("status").asString()).isEqualTo("draft");
        assertThat(created.header("ETag")).startsWith("\"").isEqualTo(draft.header("ETag"));
        assertThat(draft.text()).contains("startEvent");
    }

    @Test
    void shouldSaveADraftOnlyOverTheOneThatWasRead() {
        var id = api.workflow("Drafts");
        var first = api.send("GET", "/workflows/" + id + "/draft", null).header("ETag");
        var path = "/workflows/" + id + "/draft";

        api.send("PUT", path, "application/xml", Drawings.wait(1)).expect(428);
        var second = api.send("PUT", path, "application/xml", Drawings.wait(1), "If-Match", first)
                .expect(204)
                .header("ETag");
        var stale = api.send("PUT", path, "application/xml", Drawings.wait(2), "If-Match", first)
                .expect(412);

        assertThat(stale.header("ETag")).isEqualTo(second);
        assertThat(stale.body().path("type").asString()).endsWith("stale");
        assertThat(stale.body().path("etag").asString()).isEqualTo(second);
        assertThat(stale.body().path("changedBy").asString()).isNotEmpty();
        assertThat(stale.body().path("changedAt").asString()).isNotEmpty();
        assertThat(stale.body().path("detail").asString())
                .startsWith(stale.body().path("changedBy").asString() + " changed the draft on ")
                .endsWith("UTC. Nothing was saved.");
        assertThat(api.send("GET", path, null).text()).isEqualTo(Drawings.wait(1));
        api.send("PUT", path, "application/xml", Drawings.wait(2), "If-Match", "*")
                .expect(204);
        assertThat(api.send("GET", path, null).text()).isEqualTo(Drawings.wait(2));
    }

    @Test
    void shouldKeepHalfDrawnWorkButNoBrokenXml() {
        var id = api.workflow("Half");
        var path = "/workflows/" + id + "/draft";

        api.send("PUT", path, "application/xml", "<anything/>", "If-Match", "*").expect(204);
        var broken = api.send("PUT", path, "application/xml", "<a>\n<b></a>", "If-Match", "*")
                .expect(400);
        api.send("PUT", path, "application/xml", "<!DOCTYPE a><a/>", "If-Match", "*")
                .expect(400);
        api.send("PUT", path, "application/xml", new byte[2 * 1024 * 1024 + 1], "If-Match", "*")
                .expect(413);

        assertThat(broken.body().path("detail").asString()).contains("line 2");
        assertThat(api.send("GET", path, null).text()).isEqualTo("<anything/>");
        assertThat(api.post("/workflows/" + id + "/validate", null).path("ok").asBoolean())
                .isFalse();
    }

    @Test
    void shouldReadADrawingInTheEncodingItDeclaresAndKeepItsBytes() {
        for (var encoding : List.of("ISO-8859-1", "windows-1252", "UTF-16", "UTF-8")) {
            var id = api.workflow("In " + encoding);
            var bytes = ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>"
                            + Line.start().send("Mail", "Köp biljett").exit().replace("name=\"Mail\"", "name=\"Köp\""))
                    .replaceFirst("targetRef=\"Done\"", "targetRef=\"Gone\"")
                    .getBytes(Charset.forName(encoding));

            api.send("PUT", "/workflows/" + id + "/draft", "application/xml", bytes, "If-Match", "*")
                    .expect(204);

            assertThat(api.send("GET", "/workflows/" + id + "/draft", null)
                            .http()
                            .body())
                    .isEqualTo(bytes);
            assertThat(api.post("/workflows/" + id + "/validate", null)
                            .path("problems")
                            .findValuesAsString("blockName"))
                    .contains("Köp");
        }
    }

    @Test
    void shouldRefuseAnEncodingThatNobodyKnowsByItsName() {
        var id = api.workflow("Unreadable");
        var drawing = "<?xml version=\"1.0\" encoding=\"klingon\"?>" + Drawings.wait(1);

        var refused = api.send("PUT", "/workflows/" + id + "/draft", "application/xml", drawing, "If-Match", "*")
                .expect(400);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().path("errors").path(0).path("rule").asString())
                .isEqualTo("encoding");
        assertThat(refused.text()).contains("klingon");
        assertThat(api.send("GET", "/workflows/" + id + "/draft", null).text()).doesNotContain("klingon");
    }

    @Test
    void shouldActivateADrawingWithoutAPictureAndSaySo() {
        var id = api.workflow("Unpictured");
        api.draft(id, Drawings.wait(1));

        assertThat(api.activate(id).path("problems").findValuesAsString("code")).contains("no-picture");
    }

    @Test
    void shouldReadTriggersAsTheyWereWritten() {
        var id = api.workflow("Triggers");

        var written = api.send(
                        "PUT",
                        "/workflows/" + id + "/triggers",
                        "application/json",
                        STARTED_BY_PURCHASE,
                        "If-Match",
                        "*")
                .expect(200)
                .body();
        var read = api.get("/workflows/" + id + "/triggers");

        assertThat(read).isEqualTo(written);
        assertThat(read.path("start").path(0).path("reentry").path("every").asInt())
                .isEqualTo(3);
        assertThat(read.path("start").path(0).path("filter").path("value").asInt())
                .isEqualTo(120);
        assertThat(read.path("stop").path(0).path("match").path(0).path("stop").asString())
                .isEqualTo("orderId");
        assertThat(read.path("changedBy").asString()).isNotEmpty();
    }

    @Test
    void shouldNameEachFieldOfTriggersThatIsWrong() {
        var id = api.workflow("Wrong");
        var answer = api.send(
                        "PUT",
                        "/workflows/" + id + "/triggers",
                        "application/json",
                        Map.of(
                                "start",
                                List.of(
                                        Map.of(
                                                "eventType",
                                                "purchased",
                                                "reentry",
                                                Map.of("mode", "once-in", "every", 0, "unit", "years")),
                                        Map.of("reentry", Map.of("mode", "each", "every", 2))),
                                "stop",
                                List.of(Map.of("eventType", "x", "filter", Map.of("fact", "weather.sun")))),
                        "If-Match",
                        "*")
                .expect(400);

        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .contains(
                        "start[0].reentry.every",
                        "start[0].reentry.unit",
                        "start[1].eventType",
                        "start[1].reentry.every",
                        "stop[0].filter.fact");
    }

    @Test
    void shouldSeeLinksAtOnceThroughLifeAndChange() {
        api.eventType("purchased");
        api.eventType("cancelled");
        var id = api.workflow("Life");
        api.draft(id, Drawings.wait(1));
        api.triggers(id, STARTED_BY_PURCHASE);
        assertThat(links()).isEmpty();

        var activated = api.activate(id);
        assertThat(activated.path("version").asInt()).isEqualTo(1);
        assertThat(activated.path("confirmation").path("text").asString())
                .startsWith("From now on \"purchased\" (only if total is more than 120) starts this workflow")
                .contains("Activating itself starts nobody");
        assertThat(links()).extracting(LinkTable.Linked::paused).containsExactly(false);

        api.post("/workflows/" + id + "/pause", Map.of("inside", "hold"));
        assertThat(links()).extracting(LinkTable.Linked::paused).containsExactly(true);

        api.post("/workflows/" + id + "/resume", null);
        assertThat(links()).extracting(LinkTable.Linked::paused).containsExactly(false);

        api.triggers(id, Map.of("start", List.of(), "stop", List.of()));
        assertThat(links()).isEmpty();
    }

    @Test
    void shouldRefuseUnknownEventTypesOfAnActivatedWorkflow() {
        api.eventType("purchased");
        api.eventType("cancelled");
        var id = api.workflow("Strict");
        api.draft(id, Drawings.wait(1));
        api.triggers(id, STARTED_BY_PURCHASE);
        api.activate(id);

        var refused = api.send(
                        "PUT",
                        "/workflows/" + id + "/triggers",
                        "application/json",
                        Map.of("start", List.of(Map.of("eventType", "nothing", "reentry", Map.of("mode", "each")))),
                        "If-Match",
                        "*")
                .expect(400);

        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("start[0].eventType");
    }

    @Test
    void shouldNotPauseBeforeTheFirstActivation() {
        var id = api.workflow("Never active");

        api.send("POST", "/workflows/" + id + "/pause", null).expect(409);
        api.send("POST", "/workflows/" + id + "/resume", null).expect(409);
    }

    @Test
    void shouldListByStatusTagAndName() {
        var one = api.post("/workflows", Map.of("name", "Welcome series", "tags", List.of("mail")))
                .path("id")
                .asString();
        var other = api.workflow("Abandoned cart");
        var gone = api.workflow("Old welcome");
        api.delete("/workflows/" + gone);

        assertThat(ids("")).containsExactly(other, one);
        assertThat(ids("?tag=mail")).containsExactly(one);
        assertThat(ids("?search=WELC")).containsExactly(one);
        assertThat(ids("?status=archived")).containsExactly(gone);
        api.send("GET", "/workflows?status=asleep", null).expect(400);
        var page = api.get("/workflows?limit=1");
        var next = api.get("/workflows?limit=1&cursor=" + page.path("next").asString());
        assertThat(next.path("items").path(0).path("id").asString()).isEqualTo(one);
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void shouldShowNoWorkflowOfAnotherWorkspace() {
        var id = api.workflow("Mine");
        var other = workspaces.create().api();

        other.send("GET", "/workflows/" + id, null).expect(404);
        other.send("GET", "/workflows/" + id + "/draft", null).expect(404);
        other.sendActivation(id).expect(404);
    }

    @Test
    void shouldServeTheCatalogueInTheOrderOfThePalette() {
        var blocks = api.get("/blocks");

        assertThat(blocks.findValuesAsString("key")).contains("start", "exit", "wait", "condition", "split");
        var orders = blocks.valueStream()
                .map(block -> block.path("familyOrder").asInt())
                .toList();
        assertThat(orders).isSorted();
    }

    private List<LinkTable.Linked> links() {
        var tables = Async.value(workflows.links(List.of(workspace.id())));
        return tables.get(workspace.id()).of(new EventTypeKey("purchased"));
    }

    private List<String> ids(String query) {
        return api.items("/workflows" + query)
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }
}
