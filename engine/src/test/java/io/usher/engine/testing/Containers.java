package io.usher.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A MongoDB replica set of one and a Zeebe broker as they are in production, of the versions in {@code docker-compose.yml}. */
public final class Containers implements AutoCloseable {

    private static final int MONGODB = 27017;
    private static final int GATEWAY = 26500;
    private static final int MANAGEMENT = 9600;
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String BECOME_PRIMARY =
            "rs.initiate({_id: 'usher', members: [{_id: 0, host: 'localhost:27017'}]});"
                    + " while (!db.hello().isWritablePrimary) { sleep(100) }";

    private final GenericContainer<?> mongodb;
    private final GenericContainer<?> zeebe;

    private Containers() {
        mongodb = new GenericContainer<>(image("mongo"))
                .withCommand("mongod", "--replSet", "usher", "--bind_ip_all")
                .withExposedPorts(MONGODB)
                .waitingFor(Wait.forListeningPort())
                .withStartupTimeout(START_LIMIT);
        zeebe = new GenericContainer<>(image("camunda/zeebe"))
                .withEnv(Map.of("ZEEBE_BROKER_BACKPRESSURE_AIMD_REQUESTTIMEOUT", "2s"))
                .withExposedPorts(GATEWAY, MANAGEMENT)
                .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(MANAGEMENT))
                .withStartupTimeout(START_LIMIT);
    }

    /** Whether there is a Docker engine to start them with. */
    public static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Starts both. */
    public static Containers start() throws IOException, InterruptedException {
        var containers = new Containers();
        containers.zeebe.start();
        containers.mongodb.start();
        var initiated = containers.mongodb.execInContainer("mongosh", "--quiet", "--eval", BECOME_PRIMARY);
        if (initiated.getExitCode() != 0) {
            throw new IllegalStateException("No replica set: " + initiated.getStderr() + initiated.getStdout());
        }
        return containers;
    }

    /** Its members are known by names inside the container only, so the client asks for none. */
    public String mongodbUri(String database) {
        return "mongodb://%s:%d/%s?directConnection=true"
                .formatted(mongodb.getHost(), mongodb.getMappedPort(MONGODB), database);
    }

    public String zeebeAddress() {
        return zeebe.getHost() + ":" + zeebe.getMappedPort(GATEWAY);
    }

    @Override
    public void close() {
        mongodb.stop();
        zeebe.stop();
    }

    private static DockerImageName image(String name) {
        var file = Path.of("../docker-compose.yml");
        try {
            var named =
                    Pattern.compile("image: (" + Pattern.quote(name) + ":\\S+)").matcher(Files.readString(file));
            if (!named.find()) {
                throw new IllegalStateException("No image " + name + " in " + file);
            }
            return DockerImageName.parse(named.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
