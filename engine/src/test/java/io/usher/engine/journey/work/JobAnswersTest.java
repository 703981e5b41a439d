package io.usher.engine.journey.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.grpc.Status;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.journey.internal.record.Instances;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.journey.internal.visit.JobAnswer;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.testing.GrpcGate;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class JobAnswersTest {

    private static final long KEY = 7;

    private final List<String> commands = new ArrayList<>();
    private final List<Boolean> atWork = new ArrayList<>();
    private GrpcGate gate;
    private CamundaClient client;
    private JobKeeper keeper;

    @BeforeEach
    void open() {
        gate = GrpcGate.answering(Status.NOT_FOUND);
        client = gate.client();
        var properties =
                new JourneyProperties(Duration.ofHours(72), Duration.ofHours(24), 2, 3, 4, Duration.ofSeconds(20), 3);
        keeper = new JobKeeper(client, properties, new RealTime());
    }

    @AfterEach
    void close() {
        keeper.destroy();
        client.close();
        gate.close();
    }

    static List<JobAnswer> eachAnswer() {
        return List.of(
                new JobAnswer.Later(Duration.ofSeconds(1), "Not yet"),
                new JobAnswer.Complete(Ahead.NOTHING),
                new JobAnswer.CancelOwn());
    }

    @ParameterizedTest
    @MethodSource("eachAnswer")
    void shouldTakeAJobThatComesAgainWhileItsAnswerIsUnderWay(JobAnswer answer) {
        answers(answer).handle(watched(), job());

        assertThat(commands).hasSize(1);
        assertThat(atWork).containsExactly(false);
    }

    @Test
    void shouldLeaveAJobThatComesAgainToTheVisitThatIsAtIt() {
        keeper.during(KEY, () -> {
            answers(new JobAnswer.CancelOwn()).handle(watched(), job());
            return "done";
        });

        assertThat(commands).isEmpty();
    }

    private JobAnswers answers(JobAnswer answer) {
        Instances instances = instance -> {
            command("cancel");
            return Mono.empty();
        };
        return new JobAnswers(job -> answer, instances, keeper);
    }

    /** Notes whether the job is still at work when its answer is sent. */
    private void command(String name) {
        commands.add(name);
        atWork.add(keeper.during(KEY, () -> "again").isEmpty());
    }

    private JobClient watched() {
        return proxy(JobClient.class, (proxy, method, arguments) -> {
            command(method.getName());
            try {
                return method.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static ActivatedJob job() {
        return proxy(ActivatedJob.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getKey" -> KEY;
            case "getProcessInstanceKey", "getElementInstanceKey" -> 1L;
            case "getRetries" -> 3;
            case "getElementId" -> "Send_1";
            case "getVariablesAsMap" -> Map.of("journey", "j", "run", 1);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
