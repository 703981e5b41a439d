package io.usher.engine.workflow.work;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.workflow.internal.Deployments;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deploys versions to the Zeebe broker. */
@Component
class ZeebeDeployments implements Deployments {

    private final CamundaClient client;

    ZeebeDeployments(CamundaClient client) {
        this.client = client;
    }

    @Override
    public Mono<Void> deploy(String processId, byte[] xml) {
        return Mono.fromCompletionStage(() -> client.newDeployResourceCommand()
                        .addResourceBytes(xml, processId + ".bpmn")
                        .send())
                .onErrorMap(ZeebeDeployments::words)
                .then();
    }

    private static Throwable words(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException status
                    && status.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
                return new RefusedException(String.valueOf(status.getStatus().getDescription()), failure);
            }
        }
        return new UnavailableException("The broker did not take the deployment: " + failure.getMessage(), failure);
    }
}
