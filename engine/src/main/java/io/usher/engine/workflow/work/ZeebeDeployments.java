package io.usher.engine.workflow.work;

import io.camunda.client.CamundaClient;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.zeebe.BrokerAnswers;
import io.usher.engine.platform.zeebe.BrokerRefusedException;
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
        return BrokerAnswers.once(() -> client.newDeployResourceCommand()
                        .addResourceBytes(xml, processId + ".bpmn")
                        .send())
                .switchIfEmpty(Mono.error(ZeebeDeployments::unheard))
                .onErrorMap(
                        BrokerRefusedException.class, refused -> new RefusedException(Failures.words(refused), refused))
                .then();
    }

    /** A deployment has no target that could be gone: something else than a broker has answered. */
    private static Throwable unheard() {
        return new UnavailableException(
                "The broker did not take the deployment", new IllegalStateException("Not found"));
    }
}
