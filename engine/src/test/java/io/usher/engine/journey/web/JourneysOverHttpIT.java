package io.usher.engine.journey.web;

import static io.usher.engine.journey.TestBlocks.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestJourneys;
import io.usher.engine.journey.internal.dispatch.DispatchJourneys;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import io.usher.engine.workflow.Version;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class JourneysOverHttpIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private DispatchJourneys journeys;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
    }

    @Test
    void shouldListAndShowJourneyOfOwnWorkspaceOnly() {
        // given
        var journey = inserted(workspace.id());
        var foreign = inserted(workspaces.create().id());

        // when
        var items = workspace.reading().items("/journeys?state=running&contact=" + journey.contact());

        // then
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("id").asString()).isEqualTo(journey.id().value());
        assertThat(items.get(0).path("state").asString()).isEqualTo("running");
        assertThat(workspace
                        .reading()
                        .get("/journeys/" + journey.id())
                        .path("trail")
                        .isArray())
                .isTrue();
        assertThat(workspace
                        .reading()
                        .send("GET", "/journeys/" + foreign.id(), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shouldStopOnceAndRefuseWhatIsNotPossible() {
        // given
        var path = "/journeys/" + inserted(workspace.id()).id();
        assertThat(workspace.api().send("POST", path + "/retry", null).status()).isEqualTo(409);

        // when
        var stopped = workspace.api().post(path + "/stop", null);

        // then
        assertThat(stopped.path("state").asString()).isEqualTo("stopped");
        assertThat(stopped.path("end").path("code").asString()).isEqualTo("stopped-by-person");
        assertThat(workspace.api().send("POST", path + "/stop", null).status()).isEqualTo(409);
        assertThat(workspace.reading().send("POST", path + "/stop", null).status())
                .isEqualTo(403);
    }

    @Test
    void shouldListJourneysOfTheContactsWhoseAddressBeginsSo() {
        // given
        var anna = contact("anna@example.com");
        var annika = contact("annika@example.com");
        inserted(workspace.id());
        var first = inserted(workspace.id(), anna);
        var second = inserted(workspace.id(), annika);

        // then
        assertThat(workspace.reading().items("/journeys?contactStartsWith=ANN").valueStream())
                .extracting(row -> row.path("id").asString())
                .containsExactlyInAnyOrder(first.id().value(), second.id().value());
        assertThat(workspace.reading().items("/journeys?state=running&contactStartsWith=annik"))
                .hasSize(1);
        assertThat(workspace.reading().items("/journeys?contactStartsWith=bo")).isEmpty();
    }

    private ContactId contact(String email) {
        var saved = workspace.api().post("/contacts", Map.of("email", email));
        return new ContactId(saved.path("id").asString());
    }

    @Test
    void shouldNameTheFieldOfAnUnknownState() {
        // when
        var answer =
                workspace.reading().send("GET", "/journeys?state=asleep", null).expect(400);

        // then
        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("state");
    }

    private Journey inserted(WorkspaceId owner) {
        return inserted(owner, new ContactId("c" + Ids.random()));
    }

    private Journey inserted(WorkspaceId owner, ContactId contact) {
        var version = TestJourneys.version(node("Start", new Begin()));
        var there = new Version(
                version.workflow(),
                owner,
                version.n(),
                version.workflowName(),
                version.graph(),
                version.processId(),
                version.drawn(),
                version.deployable(),
                version.activatedAt(),
                version.activatedBy());
        var journey = TestJourneys.starting(there, contact);
        Async.await(journeys.insert(journey));
        return journey;
    }
}
