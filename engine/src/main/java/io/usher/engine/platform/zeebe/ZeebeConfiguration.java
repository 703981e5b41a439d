package io.usher.engine.platform.zeebe;

import io.camunda.client.CamundaClient;
import io.usher.engine.platform.PlatformProperties;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ZeebeConfiguration {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(PlatformProperties properties) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + properties.zeebeAddress()))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(REQUEST_TIMEOUT)
                .jobHandlingExecutor(Executors.newVirtualThreadPerTaskExecutor(), true)
                .build();
    }
}
