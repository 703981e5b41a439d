package io.usher.engine.bench;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The broker by its client alone, whose workers complete every job at once: nothing is decided, kept or looked up. */
final class BareBroker implements AutoCloseable {

    private static final int STARTS_AT_ONCE = 64;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String LAST_JOB = "bench.send";

    private final CamundaClient client;
    private final AtomicInteger ended = new AtomicInteger();

    BareBroker(House house) {
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + house.brokerAddress()))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(20))
                .jobHandlingExecutor(Executors.newVirtualThreadPerTaskExecutor(), true)
                .build();
    }

    /** Three jobs and a condition, as Usher's drawing has them; its key. */
    long deployJourney() {
        for (var job : List.of("bench.get-order", "bench.segment-add", LAST_JOB)) {
            client.newWorker()
                    .jobType(job)
                    .handler((jobs, each) -> {
                        jobs.newCompleteCommand(each).send().join();
                        if (job.equals(LAST_JOB)) {
                            ended.incrementAndGet();
                        }
                    })
                    .maxJobsActive(128)
                    .open();
        }
        return deploy(Bpmn.createExecutableProcess("bench-journey")
                .startEvent()
                .serviceTask("GetOrder", task -> task.zeebeJobType("bench.get-order"))
                .exclusiveGateway("Enough")
                .defaultFlow()
                .endEvent()
                .moveToNode("Enough")
                .conditionExpression("total > 100")
                .serviceTask("Add", task -> task.zeebeJobType("bench.segment-add"))
                .serviceTask("Send", task -> task.zeebeJobType(LAST_JOB))
                .endEvent()
                .done());
    }

    long deployWait() {
        return deploy(Bpmn.createExecutableProcess("bench-wait")
                .startEvent()
                .intermediateCatchEvent("Rest", wait -> wait.timerWithDuration("P3D"))
                .endEvent()
                .done());
    }

    private long deploy(BpmnModelInstance process) {
        return client.newDeployResourceCommand()
                .addProcessModel(process, "bench.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
    }

    /** Starts so many; their keys. */
    List<Long> start(long process, int count) throws Exception {
        var places = new Semaphore(STARTS_AT_ONCE);
        var keys = Stream.<Long>generate(() -> 0L)
                .limit(count)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < count; i++) {
                int at = i;
                places.acquire();
                started.add(threads.submit(() -> {
                    try {
                        keys.set(at, startOne(process));
                    } finally {
                        places.release();
                    }
                }));
            }
            for (var each : started) {
                each.get();
            }
        }
        return keys;
    }

    private long startOne(long process) {
        return Patience.insist(() -> client.newCreateInstanceCommand()
                .processDefinitionKey(process)
                .variables(Map.of("total", 118.5))
                .send()
                .join()
                .getProcessInstanceKey());
    }

    /** Journeys per second when so many begin at once and each is followed to its end. */
    double burst(long process, int count) throws Exception {
        ended.set(0);
        long begun = System.nanoTime();
        start(process, count);
        Patience.until("all bare journeys ended", LIMIT, () -> ended.get() >= count);
        return count / ((System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** How long it takes until the broker has cancelled the instance, in nanoseconds. */
    long cancel(long instance) {
        long begun = System.nanoTime();
        client.newCancelInstanceCommand(instance).send().join();
        return System.nanoTime() - begun;
    }

    @Override
    public void close() {
        client.close();
    }
}
