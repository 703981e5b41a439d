package io.usher.engine.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be edited is edited in one way, whatever it is. */
@EngineIT
class EditingByEtagIT {

    private static final String MERGE = "application/merge-patch+json";

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;

    @BeforeEach
    void setUp() {
        api = workspaces.create().api();
    }

    enum Thing {
        EVENT_TYPE,
        SEGMENT,
        WORKFLOW;

        String make(Api api) {
            return switch (this) {
                case EVENT_TYPE -> {
                    api.post("/event-types", Map.of("key", "signup", "name", "First", "category", "activity"));
                    yield "/event-types/signup";
                }
                case SEGMENT -> {
                    api.post("/segments", Map.of("key", "vip", "name", "First"));
                    yield "/segments/vip";
                }
                case WORKFLOW -> {
                    var made = api.post("/workflows", Map.of("name", "First", "tags", List.of("spring")));
                    yield "/workflows/" + made.path("id").asString();
                }
            };
        }

        String list() {
            return switch (this) {
                case EVENT_TYPE -> "/event-types";
                case SEGMENT -> "/segments";
                case WORKFLOW -> "/workflows";
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeWhatIsNamedWhenItIsWhatWasLookedAt(Thing thing) {
        var path = thing.make(api);
        var tag = api.send("GET", path, null).expect(200).header("ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(api.get(path).path("etag").asString()).isEqualTo(tag);
        assertThat(api.items(thing.list()).get(0).path("etag").asString()).isEqualTo(tag);

        var changed = patch(path, Map.of("name", "Second"), tag).expect(200);

        assertThat(changed.body().path("name").asString()).isEqualTo("Second");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        var now = api.send("GET", path, null);
        assertThat(now.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(now.body().path("name").asString()).isEqualTo("Second");
        if (thing == Thing.EVENT_TYPE) {
            assertThat(now.body().path("category").asString()).isEqualTo("activity");
        }
        if (thing == Thing.WORKFLOW) {
            assertThat(now.body().path("tags").get(0).asString()).isEqualTo("spring");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAChangeOfAnOlderStateAndSayWhatIsThere(Thing thing) {
        var path = thing.make(api);
        var old = api.send("GET", path, null).header("ETag");
        var now = patch(path, Map.of("name", "Theirs"), old).header("ETag");

        var refused = patch(path, Map.of("name", "Mine"), old).expect(412);

        assertThat(refused.header("ETag")).isEqualTo(now);
        assertThat(refused.body().path("etag").asString()).isEqualTo(now);
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:usher:problem:stale");
        assertThat(api.get(path).path("name").asString()).isEqualTo("Theirs");
        patch(path, Map.of("name", "Mine"), now).expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForTheTagAndTakeAStarForWhateverIsThere(Thing thing) {
        var path = thing.make(api);

        assertThat(patch(path, Map.of("name", "Second"), null)
                        .expect(428)
                        .body()
                        .path("type")
                        .asString())
                .isEqualTo("urn:usher:problem:precondition-required");
        patch(path, Map.of("name", "Second"), "no tag").expect(400);
        patch(path, Map.of("name", "Second"), "*").expect(200);
        patch(thing.list() + "/none", Map.of("name", "Second"), "*").expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameTheFieldThatIsWrong(Thing thing) {
        var path = thing.make(api);

        var unknown = patch(path, Map.of("nmae", "Second"), "*").expect(400).body();
        assertThat(unknown.path("errors").get(0).path("field").asString()).isEqualTo("nmae");
        var list =
                patch(path, Map.of("name", List.of("Second")), "*").expect(400).body();
        assertThat(list.path("errors").get(0).path("field").asString()).isEqualTo("name");
        var tooLong =
                patch(path, Map.of("name", "x".repeat(300)), "*").expect(400).body();
        assertThat(tooLong.path("errors").get(0).path("field").asString()).isEqualTo("name");
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetOneOfManyWinWhoLookedAtTheSame(Thing thing) {
        var path = thing.make(api);
        var tag = api.send("GET", path, null).header("ETag");

        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> patch(path, Map.of("name", "Name " + i), tag)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Answer::status)
                .toList();

        assertThat(answers).containsOnly(200, 412);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT_TYPE", "WORKFLOW"})
    void shouldReplaceWhateverIsThereByPutUnlessATagIsSaid(Thing thing) {
        var path = thing.make(api);
        var old = api.send("GET", path, null).header("ETag");
        api.put(path, Map.of("name", "Second"));

        api.send("PUT", path, "application/json", Map.of("name", "Third"), "If-Match", old)
                .expect(412);

        assertThat(api.get(path).path("name").asString()).isEqualTo("Second");
        var again = api.send("PUT", path, "application/json", Map.of("name", "Second"), "If-Match", "*")
                .expect(200);
        assertThat(again.header("ETag"))
                .as("nothing changed")
                .isEqualTo(api.send("GET", path, null).header("ETag"));
    }

    private Answer patch(String path, Map<String, ?> body, @Nullable String tag) {
        return tag == null
                ? api.send("PATCH", path, MERGE, body)
                : api.send("PATCH", path, MERGE, body, "If-Match", tag);
    }
}
