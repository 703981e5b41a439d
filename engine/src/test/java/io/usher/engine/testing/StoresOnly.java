package io.usher.engine.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.start.Startup;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Ids;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

/** The stores of some packages on a database of their own, with their indexes and no engine: nobody else touches what a test puts there. */
public final class StoresOnly implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private StoresOnly(String uri, String... packages) {
        var properties = new HashMap<>(TestServers.properties());
        properties.put("usher.platform.mongodb-uri", uri);
        properties.put("usher.platform.background", "false");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.register(Wiring.class);
        context.scan(packages);
        context.refresh();
        try {
            context.getBean(Startup.class).awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** On the run's store. */
    public static StoresOnly of(String... packages) {
        var database = "stores_it_" + Ids.random().substring(0, 8);
        return new StoresOnly(TestServers.mongodbUri().replace(TestServers.database(), database), packages);
    }

    /** On another server. */
    public static StoresOnly at(String uri, String... packages) {
        return new StoresOnly(uri, packages);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Mongo mongo() {
        return bean(Mongo.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No {@code @Configuration}: a whole engine in the same run would find it by its scan. */
    @EnableConfigurationProperties(PlatformProperties.class)
    @ComponentScan({
        "io.usher.engine.platform.async",
        "io.usher.engine.platform.crash",
        "io.usher.engine.platform.lease",
        "io.usher.engine.platform.mongo",
        "io.usher.engine.platform.start"
    })
    static class Wiring {

        @Bean
        RealTime realTime() {
            return new RealTime();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
