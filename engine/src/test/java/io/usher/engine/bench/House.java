package io.usher.engine.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.LinkedHashMap;
import java.util.Map;

/** The servers that the launcher started for this bench alone, as it names them by environment. */
record House(int enginePort, String manageKey, String storeUri, String brokerAddress, int mailPort, boolean quick)
        implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final Map<String, MongoClient> CLIENTS = new LinkedHashMap<>();

    static House ofEnvironment(boolean quick) {
        return new House(
                Integer.parseInt(variable("USHER_BENCH_ENGINE_PORT")),
                variable("USHER_BENCH_MANAGE_KEY"),
                variable("USHER_BENCH_STORE"),
                variable("USHER_BENCH_BROKER"),
                Integer.parseInt(variable("USHER_BENCH_MAIL_PORT")),
                quick);
    }

    static String variable(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("No " + name + ": benches are run by ./usher bench NAME");
        }
        return value;
    }

    EngineApi api() {
        return new EngineApi(enginePort, manageKey);
    }

    /** Number of things: many, or few for a quick run. */
    int size(int many, int few) {
        return quick ? few : many;
    }

    /** The engine's database by a driver of our own, with as many connections as the engine has. */
    MongoDatabase database() {
        var uri = new ConnectionString(storeUri);
        var client = CLIENTS.computeIfAbsent(
                storeUri,
                each -> MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(uri)
                        .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                        .build()));
        var name = uri.getDatabase();
        return client.getDatabase(name == null ? "usher" : name)
                .withWriteConcern(com.mongodb.WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public void close() {
        CLIENTS.values().forEach(MongoClient::close);
        CLIENTS.clear();
    }
}
