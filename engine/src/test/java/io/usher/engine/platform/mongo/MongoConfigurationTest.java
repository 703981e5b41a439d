package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MongoConfigurationTest {

    @Test
    void shouldRepeatWritesAndReadFromThePrimaryByItself() {
        var settings = settings("mongodb://one,two/usher?replicaSet=r");

        assertThat(settings.getRetryWrites()).isTrue();
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(5);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(64);
    }

    @Test
    void shouldLetTheUriDecideAllButWhereReadsGo() {
        var settings = settings("mongodb://one,two/usher?replicaSet=r&retryWrites=false&readPreference=secondary"
                + "&serverSelectionTimeoutMS=9000&maxPoolSize=7&connectTimeoutMS=1500&appName=mine");

        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(settings.getRetryWrites()).isFalse();
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(9);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(1500);
        assertThat(settings.getApplicationName()).isEqualTo("mine");
    }

    private static MongoClientSettings settings(String uri) {
        return MongoConfiguration.settings(new ConnectionString(uri));
    }
}
