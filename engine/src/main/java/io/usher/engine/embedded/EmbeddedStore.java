package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/**
 * A small database that speaks MongoDB's wire protocol and keeps everything in one file. It serves who knows the password in
 * the file {@code password} beside the data, which is made at the first start, also over data that had none.
 */
public final class EmbeddedStore implements AutoCloseable {
    /** A write waits for its commit on its connection's thread, and those that wait together are committed together. */
    private static final int CONNECTION_THREADS = 64;

    private static final int EXIT_FILE_FAILED = 7;

    private final MongoServer server;
    private final Upkeep upkeep;
    private final GroupCommit commits;
    private final StoreOptions options;
    private final String password;
    private final int port;

    private EmbeddedStore(
            StoreOptions options, String password, MongoServer server, Upkeep upkeep, GroupCommit commits) {
        this.options = options;
        this.password = password;
        this.server = server;
        this.upkeep = upkeep;
        this.commits = commits;
        this.port = server.getLocalAddress().getPort();
    }

    /** Runs until it is told to end; see {@link StoreOptions} for what can be said and {@link StartFailure} for exit codes. */
    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/usher/engine/embedded/logback.xml");
        }
        try {
            EmbeddedStore store = start(StoreOptions.parse(args, System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-close"));
            System.out.println(store);
            RuntimeException failure = store.failure().join();
            System.err.println("embedded store: the file could not be written: " + failure);
            Runtime.getRuntime().halt(EXIT_FILE_FAILED);
        } catch (StartFailure e) {
            System.err.println("embedded store: " + e.getMessage());
            System.exit(e.exitCode());
        }
    }

    /** Opens the file and listens. */
    public static EmbeddedStore start(StoreOptions options) {
        StoreFile file = StoreFile.open(options);
        StoreParts parts =
                new StoreParts(file, new FullScans(), new SearchCosts(), new UntargetedWrites(), new OpenCursors());
        GroupCommit commits = new GroupCommit(file::commit, file::settle);
        StoreBackend backend = backend(options, parts, commits);
        String password = password(options, file);
        SignIns signIns = new SignIns(StorePassword.USER, password);
        MongoServer server = listen(options, new GuardedBackend(backend, signIns), file);
        Upkeep upkeep = new Upkeep(parts, commits);
        upkeep.start();
        return new EmbeddedStore(options, password, server, upkeep, commits);
    }

    private static String password(StoreOptions options, StoreFile file) {
        try {
            return StorePassword.readOrMake(options.data());
        } catch (StartFailure e) {
            file.close();
            throw e;
        }
    }

    private static StoreBackend backend(StoreOptions options, StoreParts parts, GroupCommit commits) {
        try {
            return new StoreBackend(parts, commits);
        } catch (RuntimeException e) {
            parts.file().abandon();
            throw StartFailure.fileBroken(StoreFile.in(options.data()), e);
        }
    }

    private static MongoServer listen(StoreOptions options, MongoBackend backend, StoreFile file) {
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(options.bind(), options.port()), 1, CONNECTION_THREADS);
            return server;
        } catch (Throwable e) { // Netty throws the BindException itself, undeclared
            file.close();
            if (e instanceof BindException) {
                throw StartFailure.portTaken(options.bind() + ":" + options.port(), e);
            }
            throw e;
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** What a MongoDB driver connects to, with the password: not to be logged. */
    public String uri() {
        return "mongodb://" + StorePassword.USER + ":" + password + "@" + options.bind() + ":" + port + "/?authSource="
                + StorePassword.DATABASE;
    }

    /** Completed when the file could not be written; the store then refuses everything. */
    CompletableFuture<RuntimeException> failure() {
        return commits.failure();
    }

    /** Ends connections, commits and closes the file. */
    @Override
    public void close() {
        upkeep.close();
        server.shutdownNow();
    }

    @Override
    public String toString() {
        return "embedded store ready on " + options.bind() + ":" + port + ", data in " + options.data();
    }
}
