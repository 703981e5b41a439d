package io.usher.engine.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@EngineIT
class WorkspaceSettingsIT {

    private static final String PATH = "/settings/workspace";

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Mongo mongo;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
    }

    @Test
    void shouldChangeOnlyWhatIsNamedAndTellWhoDidIt() {
        // given
        var before = workspace.api().send("GET", PATH, null).expect(200);

        // when
        var after = patch(before.header("ETag"), Map.of("zone", "Europe/Stockholm", "language", "sv"))
                .expect(200);

        // then
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        var read = workspace.reading().send("GET", PATH, null).expect(200);
        assertThat(read.header("ETag")).isEqualTo(after.header("ETag"));
        assertThat(read.body().path("zone").asString()).isEqualTo("Europe/Stockholm");
        assertThat(read.body().path("language").asString()).isEqualTo("sv");
        assertThat(read.body().path("country").asString()).isEqualTo("SE");
        assertThat(read.body().path("name")).isEqualTo(before.body().path("name"));
        assertThat(read.body().path("changedBy").asString()).isNotBlank();
        assertThat(workspace.api().get("/me").at("/workspace/zone").asString()).isEqualTo("Europe/Stockholm");
        var stored = Objects.requireNonNull(Mono.from(mongo.collection("workspaces")
                        .find(new Document("_id", workspace.id().value()))
                        .first())
                .block());
        assertThat(stored.getEmbedded(List.of("changed", "actor", "kind"), String.class))
                .isEqualTo("key");
    }

    @Test
    void shouldChangeNothingOnOlderSettings() {
        // given
        var seen = workspace.api().send("GET", PATH, null).header("ETag");
        patch(seen, Map.of("name", "First")).expect(200);

        // when
        var refused = patch(seen, Map.of("name", "Second")).expect(412);

        // then
        assertThat(refused.body().path("type").asString()).endsWith("stale");
        assertThat(refused.body().path("detail").asString()).contains("changed the settings");
        assertThat(refused.header("ETag")).isEqualTo(refused.body().path("etag").asString());
        assertThat(workspace.api().get(PATH).path("name").asString()).isEqualTo("First");
    }

    @Test
    void shouldNeedIfMatchAndTheRightToManage() {
        assertThat(patch(null, Map.of("name", "New"))
                        .expect(428)
                        .body()
                        .path("detail")
                        .asString())
                .contains("If-Match");
        send(workspace.reading(), "*", Map.of("name", "New")).expect(403);
        send(workspace.sending(), "*", Map.of("name", "New")).expect(403);
        workspace.sending().send("GET", PATH, null).expect(403);
    }

    @Test
    void shouldNameEveryFieldThatIsWrong() {
        // when
        var refused = patch("*", Map.of("zone", "Mars", "publicAddress", "http://example.com", "size", 3))
                .expect(400);

        // then
        assertThat(refused.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("zone", "publicAddress", "size");
        assertThat(patch("*", List.of(1)).status()).isEqualTo(400);
    }

    @Test
    void shouldLoseNoneOfManyChangesAtOnce() {
        // when: one field each, whoever comes first
        var fields = Map.of("name", "At once", "zone", "Asia/Tokyo", "language", "ja", "country", "JP");
        var sent = fields.entrySet().stream()
                .map(field -> CompletableFuture.supplyAsync(() -> patch("*", Map.of(field.getKey(), field.getValue()))))
                .toList();
        sent.forEach(answer -> answer.join().expect(200));

        // then
        var now = workspace.api().get(PATH);
        fields.forEach((field, value) -> assertThat(now.path(field).asString()).isEqualTo(value));
    }

    @Test
    void shouldCountNoChangeWhereNothingChanges() {
        // given
        var tag = patch("*", Map.of("name", "Same")).expect(200).header("ETag");

        // when
        var again = patch(tag, Map.of("name", "Same")).expect(200);

        // then
        assertThat(again.header("ETag")).isEqualTo(tag);
    }

    @Test
    void shouldReadAndChangeAWorkspaceFromBeforeThereWereSettings() {
        // given
        var old = Mono.from(mongo.collection("workspaces")
                .updateOne(
                        new Document("_id", workspace.id().value()),
                        new Document("$unset", new Document("language", "").append("revision", ""))));
        assertThat(old.block().getModifiedCount()).isEqualTo(1);

        // when
        var read = workspace.api().send("GET", PATH, null).expect(200);

        // then
        assertThat(read.body().path("language").asString()).isEqualTo("en");
        patch(read.header("ETag"), Map.of("name", "Newer")).expect(200);
        patch(read.header("ETag"), Map.of("name", "Older")).expect(412);
    }

    private Api.Answer patch(@Nullable String tag, Object body) {
        return send(workspace.api(), tag, body);
    }

    private static Api.Answer send(Api api, @Nullable String tag, Object body) {
        return tag == null
                ? api.send("PATCH", PATH, "application/merge-patch+json", body)
                : api.send("PATCH", PATH, "application/merge-patch+json", body, "If-Match", tag);
    }
}
