package io.usher.engine.platform.health;

import com.mongodb.ConnectionString;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.Topology;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.start.Startup;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.platform.zeebe.BrokerAnswers;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The components of health: {@code mongo}, {@code zeebe}, {@code startup}, {@code loops}. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final Duration TOPOLOGY_LIMIT = Duration.ofMillis(2_500);

    @Bean
    ReactiveHealthIndicator mongoHealthIndicator(Mongo mongo, PlatformProperties properties, RealTime time) {
        var uri = new ConnectionString(properties.mongodbUri());
        var ping = Mono.from(mongo.database().runCommand(new Document("ping", 1)));
        return new ServerCheck("MongoDB", String.join(",", uri.getHosts()), ping, time)::health;
    }

    @Bean
    ReactiveHealthIndicator zeebeHealthIndicator(CamundaClient client, PlatformProperties properties, RealTime time) {
        var topology = Mono.fromCompletionStage(() -> client.newTopologyRequest()
                        .requestTimeout(TOPOLOGY_LIMIT)
                        .send())
                .map(HealthConfiguration::withBroker);
        return new ServerCheck("Zeebe", properties.zeebeAddress(), topology, time, BrokerAnswers::why)::health;
    }

    @Bean
    ReactiveHealthIndicator startupHealthIndicator(Startup startup) {
        return () -> Mono.fromSupplier(() -> startup(startup));
    }

    @Bean
    ReactiveHealthIndicator loopsHealthIndicator(Loops loops, RealTime time) {
        return () -> Mono.fromSupplier(() -> LoopsHealth.of(loops.states(), time.now()));
    }

    private static Topology withBroker(Topology topology) {
        if (topology.getBrokers().isEmpty()) {
            throw new IllegalStateException("The gateway knows no broker");
        }
        return topology;
    }

    private static Health startup(Startup startup) {
        var waitingFor = startup.waitingFor();
        return startup.ready()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("waitingFor", waitingFor == null ? "preparations" : waitingFor)
                        .build();
    }
}
