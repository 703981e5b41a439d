package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Connectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connectors that are on the class path. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    @Bean
    static Connectors connectors() {
        return Connectors.installed();
    }
}
