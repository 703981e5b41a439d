package io.usher.engine.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.usher.engine.platform.PlatformProperties;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoProperties.class)
class MongoConfiguration {

    private static final String DEFAULT_DATABASE = "usher";

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(PlatformProperties properties) {
        return MongoClients.create(settings(new ConnectionString(properties.mongodbUri())));
    }

    /**
     * The URI's own settings win, but for the reads: they go to the primary. The driver repeats a write only where the server has
     * sessions and so knows a repetition from a second write.
     */
    static MongoClientSettings settings(ConnectionString uri) {
        return MongoClientSettings.builder()
                .applicationName("usher-engine")
                .retryWrites(true)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(64).maxWaitTime(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(3, TimeUnit.SECONDS))
                .applyConnectionString(uri)
                .readPreference(ReadPreference.primary())
                .build();
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, PlatformProperties properties) {
        var name = new ConnectionString(properties.mongodbUri()).getDatabase();
        return client.getDatabase(name == null ? DEFAULT_DATABASE : name);
    }
}
