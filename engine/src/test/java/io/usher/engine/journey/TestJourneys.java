package io.usher.engine.journey;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Journeys and versions of a test's own. */
public final class TestJourneys {

    private TestJourneys() {}

    public static Journey starting(Version version) {
        return starting(version, new ContactId("c" + Ids.random()));
    }

    public static Journey starting(Version version, ContactId contact) {
        var event = new EventId(Ids.random());
        return new Journey(
                Journey.idOf(version.workspace(), event, version.workflow()),
                version.workspace(),
                version.workflow(),
                version.workflowName(),
                version.n(),
                contact,
                new Journey.StartEvent(
                        event,
                        new EventTypeKey("orderINITIALIZED"),
                        "1001",
                        new Params(Map.of("total", new BigDecimal("12.50"), "a.b", 3L))),
                7,
                new Journey.Scope("", ""),
                Journey.State.STARTING,
                1,
                null,
                null,
                JourneyMemory.EMPTY,
                false,
                null,
                Instant.parse("2026-03-01T10:00:00Z"),
                null,
                null);
    }

    public static Version version(Node... nodes) {
        var graph =
                new Graph(nodes[0].id(), Arrays.stream(nodes).collect(Collectors.toMap(Node::id, Function.identity())));
        var workflow = new WorkflowId("w" + Ids.random());
        return new Version(
                workflow,
                new WorkspaceId("t" + Ids.random()),
                1,
                "Test",
                graph,
                "p" + workflow.value(),
                new byte[0],
                new byte[0],
                Instant.EPOCH,
                "test");
    }
}
