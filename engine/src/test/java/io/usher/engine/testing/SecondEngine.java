package io.usher.engine.testing;

import io.usher.engine.EngineApplication;
import io.usher.engine.account.ApiKeys;
import io.usher.engine.account.Users;
import io.usher.engine.account.Workspaces;
import io.usher.engine.platform.start.Startup;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more engine in this JVM on the run's servers. */
public final class SecondEngine implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SecondEngine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Beside the run's engine, on its database. */
    public static SecondEngine besideTheFirst() throws InterruptedException {
        return start(Map.of());
    }

    /** On a database of its own, and with no mail server: whatever is to be sent is held. */
    public static SecondEngine withoutMailServer() throws InterruptedException {
        var database = TestServers.database();
        var ownDatabase = TestServers.mongodbUri().replace(database, database + "_no_mail");
        return start(Map.of("usher.platform.mongodb-uri", ownDatabase, "usher.message.smtp-url", ""));
    }

    /** On a database of its own, which it reaches through this tap; its leases are short, so that what nobody answers for comes again soon. */
    public static SecondEngine behind(WireTap tap) throws InterruptedException {
        var database = TestServers.database();
        var ownDatabase = TestServers.mongodbUri().replace(database, database + "_wire");
        return start(Map.of(
                "usher.platform.mongodb-uri", tap.through(ownDatabase),
                "usher.platform.lease-time", "2s",
                "usher.journey.job-timeout", "4s",
                "usher.message.lease-time", "3s"));
    }

    private static SecondEngine start(Map<String, String> others) throws InterruptedException {
        var properties = new HashMap<String, Object>(TestServers.properties());
        properties.put("server.port", "0");
        properties.putAll(others);
        var arguments = properties.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        var context = new SpringApplicationBuilder(EngineApplication.class).run(arguments);
        context.getBean(Startup.class).awaitReady();
        return new SecondEngine(context);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Its API with this key. */
    public Api api(String key) {
        return new Api("http://127.0.0.1:" + port(), key);
    }

    /** Makes workspaces in its database. */
    public TestWorkspaces workspaces() {
        return new TestWorkspaces(
                bean(Startup.class), bean(Workspaces.class), bean(ApiKeys.class), bean(Users.class), port());
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
