package io.usher.engine.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Sample;
import io.usher.engine.testing.TestWorkspaces;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EngineIT
class SamplesIT {

    private final TestWorkspaces workspaces;
    private Api api;

    SamplesIT(@Autowired TestWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @BeforeEach
    void makeWorkspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldOfferEverySampleOfTheFolder() {
        // when
        var samples = api.items("/samples");

        // then
        assertThat(samples.valueStream().map(each -> each.path("key").asString()))
                .containsExactlyElementsOf(
                        Sample.all().stream().map(Sample::toString).toList());
        for (JsonNode each : samples) {
            var readme = Sample.named(each.path("key").asString()).text("README.md");
            assertThat(readme.lines().toList().get(1))
                    .isEqualTo(each.path("sentence").asString());
            assertThat(each.path("startEvents")).isNotEmpty();
            assertThat(each.path("tags")).isNotEmpty();
        }
        var confirmation = named(samples, "order-confirmation");
        assertThat(confirmation.path("name").asString()).isEqualTo("Order confirmation");
        assertThat(confirmation.path("blocks").valueStream().map(JsonNode::asString))
                .startsWith("get-order")
                .contains("segment-add", "send-message", "wait", "condition")
                .doesNotContain("start", "exit")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveTheDrawingByteForByte() throws Exception {
        var sample = Sample.named("welcome-series");

        var drawn = api.send("GET", "/samples/welcome-series/bpmn", null).expect(200);

        assertThat(drawn.http().body())
                .isEqualTo(Files.readAllBytes(sample.folder().resolve("workflow.bpmn")));
        api.send("GET", "/samples/nothing/bpmn", null).expect(404);
    }

    @Test
    void shouldMakeAWorkflowOfASampleWithAllThatItNames() {
        // when
        var made = api.send("POST", "/samples/order-confirmation/use", null).expect(201);
        var id = made.body().path("id").asString();

        // then
        assertThat(made.body().path("status").asString()).isEqualTo("draft");
        assertThat(made.body().path("name").asString()).isEqualTo("Order confirmation");
        assertThat(made.body().path("startLinks").get(0).path("name").asString())
                .isEqualTo("Order initialized");
        assertThat(made.header("ETag"))
                .isEqualTo(made.body().path("draft").path("etag").asString());
        assertThat(api.get("/segments/buyers").path("name").asString()).isEqualTo("Buyers");
        assertThat(api.post("/workflows/" + id + "/validate", null).path("ok").asBoolean())
                .isTrue();
        assertThat(api.activate(id).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void shouldLeaveWhatIsThereAsItIsWhenASampleIsUsedAgain() {
        // given
        api.post("/event-types", Map.of("key", "orderINITIALIZED", "name", "New order", "category", "other"));
        api.post("/segments", Map.of("key", "buyers", "name", "Those who bought"));

        // when
        api.send("POST", "/samples/order-confirmation/use", null).expect(201);
        var second = api.send("POST", "/samples/order-confirmation/use", Map.of("name", "Confirm in May"))
                .expect(201);

        // then
        assertThat(second.body().path("name").asString()).isEqualTo("Confirm in May");
        assertThat(api.get("/event-types/orderINITIALIZED").path("name").asString())
                .isEqualTo("New order");
        assertThat(api.get("/segments/buyers").path("name").asString()).isEqualTo("Those who bought");
        assertThat(api.items("/workflows")).hasSize(2);
        api.send("POST", "/samples/order-confirmation/use", Map.of("name", "x".repeat(201)))
                .expect(400);
        api.send("POST", "/samples/nothing/use", null).expect(404);
    }

    @Test
    void shouldNotLetAReaderUseASample() {
        workspaces
                .create()
                .reading()
                .send("POST", "/samples/order-confirmation/use", null)
                .expect(403);
    }

    @Test
    void shouldDuplicateDraftTagsAndTriggers() {
        // given
        var id = api.send("POST", "/samples/abandoned-cart/use", null)
                .expect(201)
                .body()
                .path("id")
                .asString();
        api.activate(id);

        // when
        var copy = api.send("POST", "/workflows/" + id + "/duplicate", null).expect(201);
        var named = api.send("POST", "/workflows/" + id + "/duplicate", Map.of("name", "Carts of June"))
                .expect(201);

        // then
        var copied = copy.body().path("id").asString();
        assertThat(copy.body().path("name").asString()).isEqualTo("Copy of Abandoned cart");
        assertThat(copy.body().path("status").asString()).isEqualTo("draft");
        assertThat(copy.body().path("version").isNull()).isTrue();
        assertThat(copy.body().path("tags").get(0).asString()).isEqualTo("cart");
        assertThat(api.get("/workflows/" + copied + "/triggers").path("start"))
                .isEqualTo(api.get("/workflows/" + id + "/triggers").path("start"));
        assertThat(api.send("GET", "/workflows/" + copied + "/draft", null).text())
                .isEqualTo(api.send("GET", "/workflows/" + id + "/draft", null).text());
        assertThat(named.body().path("name").asString()).isEqualTo("Carts of June");
        assertThat(named.body().path("draftDiffers").asBoolean()).isTrue();
        workspaces
                .create()
                .api()
                .send("POST", "/workflows/" + id + "/duplicate", null)
                .expect(404);
    }

    @Test
    void shouldKeepTheNameOfACopyWithinItsLimit() {
        var id = api.workflow("n".repeat(200));

        var copy = api.post("/workflows/" + id + "/duplicate", Map.of());

        assertThat(copy.path("name").asString()).hasSize(200).startsWith("Copy of nnn");
    }

    private static JsonNode named(JsonNode samples, String key) {
        return StreamSupport.stream(samples.spliterator(), false)
                .filter(each -> each.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
