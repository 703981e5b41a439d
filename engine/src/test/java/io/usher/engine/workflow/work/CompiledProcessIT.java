package io.usher.engine.workflow.work;

import static java.util.concurrent.CompletableFuture.failedStage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceResult;
import io.grpc.Status.Code;
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
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the compiler makes, run by the real broker and a worker that is not the engine. */
@EngineIT
class CompiledProcessIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

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
        var ended = begin(compiled.processId());
        var job = await().atMost(LIMIT).until(this::job, Objects::nonNull);
        assertThat(job.getElementId()).isEqualTo(Workflows.step("F2"));
        assertThat(job.getRetries()).isGreaterThan(100);
        client.newCompleteCommand(job.getKey())
                .variables(Map.of("exits", Map.of("Half", "F3")))
                .send()
                .join();

        assertThat(ended.toCompletableFuture()
                        .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .getVariablesAsMap())
                .containsEntry("exits", Map.of("Half", "F3"));
    }

    /** Until it has begun: a partition may not have been told of the process yet when its deployment is answered. */
    private CompletionStage<ProcessInstanceResult> begin(String process) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(Map.of("until", Map.of("Rest", "2020-01-01T00:00:00Z")))
                .withResult()
                .requestTimeout(LIMIT)
                .send()
                .exceptionallyCompose(failure -> notFound(failure) ? begin(process) : failedStage(failure));
    }

    private static boolean notFound(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ClientStatusException status && status.getStatusCode() == Code.NOT_FOUND;
    }

    private @Nullable ActivatedJob job() {
        var jobs = client.newActivateJobsCommand()
                .jobType(prefix + ".usher.step")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .requestTimeout(Duration.ofSeconds(10))
                .send()
                .join()
                .getJobs();
        return jobs.isEmpty() ? null : jobs.getFirst();
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
