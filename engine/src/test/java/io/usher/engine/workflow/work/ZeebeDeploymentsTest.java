package io.usher.engine.workflow.work;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.testing.GrpcGate;
import io.usher.engine.workflow.internal.Deployments.RefusedException;
import org.junit.jupiter.api.Test;

class ZeebeDeploymentsTest {

    @Test
    void shouldCallOnlyTheBrokersNoToTheWorkflowARefusal() {
        try (var gate = GrpcGate.answering(Status.INVALID_ARGUMENT.withDescription("Element A has no way out"));
                var client = gate.client()) {
            var deployments = new ZeebeDeployments(client);
            assertThatThrownBy(() -> Async.await(deployments.deploy("p", new byte[] {1})))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("Element A has no way out");
            for (var away :
                    new Status[] {Status.INTERNAL, Status.PERMISSION_DENIED, Status.UNKNOWN, Status.NOT_FOUND}) {
                gate.refuse(away);
                assertThatThrownBy(() -> Async.await(deployments.deploy("p", new byte[] {1})))
                        .as("%s", away)
                        .isInstanceOf(UnavailableException.class);
            }
        }
    }
}
