package io.usher.engine.platform.zeebe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.testing.GrpcGate;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What each status of the broker means, through the real client; and that it means the same for each command. */
class BrokerAnswersTest {

    private static final Set<Code> REFUSED = Set.of(Code.INVALID_ARGUMENT, Code.FAILED_PRECONDITION);
    private static final Set<Code> NOTHING = Set.of(Code.NOT_FOUND, Code.ALREADY_EXISTS);
    private static final Set<Code> CREDENTIALS = Set.of(Code.UNAUTHENTICATED, Code.PERMISSION_DENIED);

    @ParameterizedTest
    @EnumSource(value = Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void shouldTellWhoIsToBlameByTheStatus(Code code) {
        try (var gate = GrpcGate.answering(code.toStatus().withDescription("as the broker says it"));
                var client = gate.client()) {
            Supplier<CamundaFuture<?>> command = create(client);
            if (NOTHING.contains(code)) {
                assertThat(Async.await(once(command))).isNull();
            } else if (REFUSED.contains(code)) {
                assertThatThrownBy(() -> Async.await(once(command)))
                        .isInstanceOf(BrokerRefusedException.class)
                        .hasMessage("as the broker says it")
                        .matches(Failures::ofContent, "counts as a try");
            } else {
                assertThatThrownBy(() -> Async.await(once(command)))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining(
                                CREDENTIALS.contains(code) ? "refuses Usher's credentials" : "does not answer")
                        .matches(failure -> !Failures.ofContent(failure), "never counts as a try");
            }
        }
    }

    static Stream<Map.Entry<String, Function<CamundaClient, CamundaFuture<?>>>> commands() {
        return Map.<String, Function<CamundaClient, CamundaFuture<?>>>of(
                "create", client -> create(client).get(),
                "complete", client -> client.newCompleteCommand(1).send(),
                "fail", client -> client.newFailCommand(1).retries(1).send(),
                "throw error",
                        client -> client.newThrowErrorCommand(1).errorCode("e").send(),
                "cancel", client -> client.newCancelInstanceCommand(1).send(),
                "keep a job",
                        client -> client.newUpdateTimeoutCommand(1).timeout(1).send(),
                "deploy", BrokerAnswersTest::deploy,
                "publish", BrokerAnswersTest::publish)
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldMeanTheSameForEachCommand(Map.Entry<String, Function<CamundaClient, CamundaFuture<?>>> command) {
        try (var gate = GrpcGate.answering(Status.UNAUTHENTICATED);
                var client = gate.client()) {
            assertThatThrownBy(() -> Async.await(once(() -> command.getValue().apply(client))))
                    .as(command.getKey())
                    .isInstanceOf(UnavailableException.class);
            gate.refuse(Status.FAILED_PRECONDITION);
            assertThatThrownBy(() -> Async.await(once(() -> command.getValue().apply(client))))
                    .as(command.getKey())
                    .isInstanceOf(BrokerRefusedException.class);
        }
    }

    @Test
    void shouldLeaveAFailureThatIsNoAnswerAsItIs() {
        Supplier<CamundaFuture<?>> broken = () -> {
            throw new IllegalStateException("Not even asked");
        };
        assertThatThrownBy(() -> Async.await(once(broken))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldSayWhyTheBrokerDoesNotAnswerWithoutItsWords() {
        assertThat(BrokerAnswers.why(
                        Status.UNAUTHENTICATED.withDescription("token abc").asRuntimeException()))
                .isEqualTo("refuses the credentials (UNAUTHENTICATED)");
        assertThat(BrokerAnswers.why(
                        Status.UNAVAILABLE.withDescription("at host").asRuntimeException()))
                .isEqualTo("UNAVAILABLE");
        assertThat(BrokerAnswers.why(new IllegalStateException("secret"))).isEqualTo("IllegalStateException");
    }

    private static Supplier<CamundaFuture<?>> create(CamundaClient client) {
        return () -> client.newCreateInstanceCommand()
                .bpmnProcessId("p")
                .latestVersion()
                .send();
    }

    private static CamundaFuture<?> deploy(CamundaClient client) {
        return client.newDeployResourceCommand()
                .addResourceBytes("<a/>".getBytes(StandardCharsets.UTF_8), "a.bpmn")
                .send();
    }

    private static CamundaFuture<?> publish(CamundaClient client) {
        return client.newPublishMessageCommand()
                .messageName("m")
                .correlationKey("k")
                .send();
    }

    private static Mono<Object> once(Supplier<CamundaFuture<?>> command) {
        return BrokerAnswers.once(() -> (CamundaFuture<Object>) command.get());
    }
}
