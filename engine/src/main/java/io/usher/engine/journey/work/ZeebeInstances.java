package io.usher.engine.journey.work;

import io.camunda.client.CamundaClient;
import io.usher.engine.journey.internal.record.Instances;
import io.usher.engine.journey.internal.start.Processes;
import io.usher.engine.platform.zeebe.BrokerAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes and cancels process instances. */
@Component
class ZeebeInstances implements Instances, Processes {

    private static final Logger LOG = LoggerFactory.getLogger(ZeebeInstances.class);

    private final CamundaClient client;

    ZeebeInstances(CamundaClient client) {
        this.client = client;
    }

    @Override
    public Mono<Long> create(NewInstance instance) {
        return BrokerAnswers.once(() -> {
                    var command = client.newCreateInstanceCommand()
                            .bpmnProcessId(instance.processId())
                            .latestVersion()
                            .variables(instance.variables());
                    return instance.at() == null
                            ? command.send()
                            : command.startBeforeElement(instance.at()).send();
                })
                .map(made -> made.getProcessInstanceKey());
    }

    @Override
    public Mono<Void> cancel(long instance) {
        return BrokerAnswers.repeated(
                        () -> client.newCancelInstanceCommand(instance).send())
                .onErrorResume(error -> {
                    LOG.warn("Instance {} is left to cancel itself: {}", instance, error.getMessage());
                    return Mono.empty();
                })
                .then();
    }
}
