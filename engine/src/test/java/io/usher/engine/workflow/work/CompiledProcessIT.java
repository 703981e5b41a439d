package io.usher.engine.workflow.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.workflow.Drawings;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.internal.Deployments;
import io.usher.engine.workflow.internal.compile.Compiled;
import io.usher.engine.workflow.internal.compile.Compiler;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import io.usher.engine.workflow.internal.drawing.SketchReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the compiler makes, run by the real broker and a worker that is not the engine. */
@EngineIT
class CompiledProcessIT {

    private final CamundaClient client;
    private final Deployments deployments;
    private final SketchReader sketches;
    private final String prefix = "plain" + Ids.random().substring(0, 8);

    CompiledProcessIT(
            @Autowired CamundaClient client, @Autowired Deployments deployments, @Autowired SketchReader sketches) {
        this.client = client;
        this.deployments = deployments;
        this.sketches = sketches;
    }

    @Test
    void shouldWaitUntilThenAskAndTakeTheWayThatWasDecided() throws Exception {
        var compiled = deployed();
        var ended = client.newCreateInstanceCommand()
                .bpmnProcessId(compiled.processId())
                .latestVersion()
                .variables(Map.of("until", Map.of("Rest", "2020-01-01T00:00:00Z")))
                .withResult()
                .requestTimeout(Duration.ofSeconds(60))
                .send();

        var job = client.newActivateJobsCommand()
                .jobType(prefix + ".usher.step")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .requestTimeout(Duration.ofSeconds(30))
                .send()
                .join()
                .getJobs()
                .getFirst();
        assertThat(job.getElementId()).isEqualTo(Workflows.step("F2"));
        assertThat(job.getRetries()).isGreaterThan(100);
        client.newCompleteCommand(job.getKey())
                .variables(Map.of("exits", Map.of("Half", "F3")))
                .send()
                .join();

        assertThat(ended.toCompletableFuture().get(60, TimeUnit.SECONDS).getVariablesAsMap())
                .containsEntry("exits", Map.of("Half", "F3"));
    }

    @Test
    void shouldNotMindBeingDeployedAgain() {
        var compiled = deployed();

        Async.await(deployments.deploy(compiled.processId(), compiled.xml()));
    }

    private Compiled deployed() {
        var graph = sketches.read(DrawingReader.read(Drawings.WAIT_AND_SPLIT.getBytes(StandardCharsets.UTF_8)))
                .graph();
        var compiled = Compiler.compile(graph, prefix, new WorkflowId(Ids.random()), 1, "Test");
        Async.await(deployments.deploy(compiled.processId(), compiled.xml()), Duration.ofSeconds(60));
        return compiled;
    }
}
