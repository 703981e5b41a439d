package io.usher.engine.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The store and the broker that the launcher started for this run, and a database of this run's own. */
public final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String MISSING = "No test servers: run ./usher test or ./usher quick engine, "
            + "which start a broker and a store and hand their addresses over";

    /** First password of the admin of this run's engine. */
    public static final String ADMIN_PASSWORD = "first password of this run";

    /** By which the designer is believed about its browsers. */
    public static final String DESIGNER_KEY = "designer-key-of-this-run-".repeat(2);

    /** By which this run's engines keep secrets. */
    public static final String SECRET_KEY = "secret-key-of-this-run-".repeat(2);

    private static final String DATABASE =
            "usher_it_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    /** The store's address with the database of this run. */
    public static String mongodbUri() {
        var uri = required("USHER_TEST_MONGODB_URI");
        int query = uri.indexOf('?');
        var server = (query < 0 ? uri : uri.substring(0, query)).replaceFirst("^(mongodb(?:\\+srv)?://[^/]+).*$", "$1");
        return server + "/" + DATABASE + (query < 0 ? "" : uri.substring(query));
    }

    public static String database() {
        return DATABASE;
    }

    public static String zeebeAddress() {
        return required("USHER_TEST_ZEEBE_ADDRESS");
    }

    /** Base address of the broker's management port; empty when the broker's clock may not be moved. */
    public static String zeebeManagement() {
        return Optional.ofNullable(System.getenv("USHER_TEST_ZEEBE_MANAGEMENT")).orElse("");
    }

    /** The properties of an engine on these servers; also for engines that a test starts as processes of their own. */
    public static Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry("usher.platform.mongodb-uri", mongodbUri()),
                Map.entry("usher.platform.zeebe-address", zeebeAddress()),
                Map.entry("usher.platform.zeebe-management", zeebeManagement()),
                Map.entry("usher.platform.controlled-clock", "true"),
                Map.entry("usher.account.admin-password", ADMIN_PASSWORD),
                Map.entry("usher.account.designer-key", DESIGNER_KEY),
                Map.entry("usher.secret.keys", SECRET_KEY),
                Map.entry("usher.message.smtp-url", TestMail.smtpUrl()),
                Map.entry("usher.message.mail-from", "tickets@example.com"),
                Map.entry("usher.message.mail-catcher", "true"),
                Map.entry("logging.level.root", "WARN"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-servers", properties()));
    }

    private static String required(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(MISSING);
        }
        return value;
    }

    /** Fails a test class with a plain sentence before Spring begins. */
    static final class Required implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            mongodbUri();
            zeebeAddress();
        }
    }
}
