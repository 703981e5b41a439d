package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Lets a connection at the data only after it has proved that it knows the password; before that it may greet and sign in. */
final class GuardedBackend implements MongoBackend {
    private static final int UNAUTHORIZED = 13;

    private final MongoBackend guarded;
    private final SignIns signIns;

    GuardedBackend(MongoBackend guarded, SignIns signIns) {
        this.guarded = guarded;
        this.signIns = signIns;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document document = message.getDocument();
        String command = document.keySet().iterator().next();
        return handleCommand(message.getChannel(), message.getDatabaseName(), command, document);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "saslstart" -> signIns.start(channel, query);
            case "saslcontinue" -> signIns.proceed(channel, query);
            case "logout" -> {
                signIns.signOut(channel);
                yield new Document("ok", 1.0);
            }
            case "hello", "ismaster" ->
                signIns.greet(channel, query, guarded.handleCommand(channel, database, command, query));
            case "ping", "buildinfo" -> guarded.handleCommand(channel, database, command, query);
            default ->
                signIns.signedIn(channel)
                        ? guarded.handleCommand(channel, database, command, query)
                        : Refusal.of(UNAUTHORIZED, "Unauthorized", "command " + command + " requires authentication");
        };
    }

    /** Reads in the form of old drivers, without a command. */
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        need(query.getChannel());
        return guarded.handleQuery(query);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        need(query.getChannel());
        return guarded.getCurrentOperations(query);
    }

    /** Asked only in the form of old drivers, without the connection; the command of today comes the other way. */
    @Override
    public Document getServerStatus() {
        throw unauthorized();
    }

    private void need(Channel channel) {
        if (!signIns.signedIn(channel)) {
            throw unauthorized();
        }
    }

    private static MongoServerError unauthorized() {
        return new MongoServerError(UNAUTHORIZED, "Unauthorized", "this requires authentication");
    }

    @Override
    public void handleClose(Channel channel) {
        guarded.handleClose(channel);
    }

    @Override
    public void dropDatabase(String name) {
        guarded.dropDatabase(name);
    }

    @Override
    public void close() {
        guarded.close();
    }

    @Override
    public void closeCursors(List<Long> ids) {
        guarded.closeCursors(ids);
    }

    @Override
    public Clock getClock() {
        return guarded.getClock();
    }

    @Override
    public void enableOplog() {
        guarded.enableOplog();
    }

    @Override
    public void disableOplog() {
        guarded.disableOplog();
    }

    @Override
    public MongoDatabase resolveDatabase(String name) {
        return guarded.resolveDatabase(name);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        guarded.version(version);
        return this;
    }
}
