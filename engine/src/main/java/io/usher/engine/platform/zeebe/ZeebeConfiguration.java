package io.usher.engine.platform.zeebe;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.usher.engine.platform.PlatformProperties;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ZeebeConfiguration {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(PlatformProperties platform, BrokerProperties broker) {
        return builder(platform, broker).build();
    }

    /** By our own settings alone: the client would let its environment variables win over them. */
    static CamundaClientBuilder builder(PlatformProperties platform, BrokerProperties broker) {
        var address = BrokerAddress.of(platform.zeebeAddress());
        var builder = CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(address.uri())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(REQUEST_TIMEOUT)
                .jobHandlingExecutor(Executors.newVirtualThreadPerTaskExecutor(), true);
        var authority = BrokerAuthority.of(broker.caCertificate(), address);
        if (authority != null) {
            builder.caCertificatePath(authority);
        }
        var credentials = BrokerCredentials.of(broker);
        return credentials == null ? builder : builder.credentialsProvider(credentials);
    }
}
