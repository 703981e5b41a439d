package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** All commands: answers a write when it is committed, and a majority read when what it saw is. */
final class StoreBackend extends AbstractMongoBackend {
    private final StoreParts parts;
    private final GroupCommit commits;
    private final ConcurrentMap<String, StoreDatabase> opened = new ConcurrentHashMap<>();

    StoreBackend(StoreParts parts, GroupCommit commits) {
        this.parts = parts;
        this.commits = commits;
        parts.file().namespaces().stream()
                .map(Utils::getDatabaseNameFromFullName)
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(name, n -> new StoreDatabase(n, getCursorRegistry(), parts));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        opened.remove(name);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Supplier<Document> work = () -> answer(channel, database, command, query);
        return switch (CommandKind.of(command, query)) {
            case WRITE -> {
                parts.untargeted().look(database, command, query);
                yield commits.write(work);
            }
            case CATALOGUE -> commits.alone(work);
            case READ -> {
                Document answer = work.get();
                if (CommandKind.wantsCommitted(query)) {
                    commits.awaitVisible();
                }
                yield answer;
            }
        };
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello" -> hello(channel, database, query);
            case "getmore" -> getMore(query, command);
            case "killcursors" -> killCursors(query);
            case "usherfullscans" -> fullScans(query);
            case "ushersearchcosts" -> searchCosts(query);
            case "usheruntargetedwrites" ->
                new Document("shapes", parts.untargeted().report()).append("ok", 1.0);
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private Document hello(Channel channel, String database, Document query) {
        Document answer = super.handleCommand(channel, database, "ismaster", query);
        answer.put("isWritablePrimary", answer.remove("ismaster"));
        return answer;
    }

    private Document getMore(Document query, String command) {
        long id = query.get(command) instanceof Number n ? n.longValue() : 0;
        return parts.cursors().next(id, Fields.number(query, "batchSize"));
    }

    private Document killCursors(Document query) {
        List<Object> killed = new ArrayList<>();
        List<Object> unknown = new ArrayList<>();
        if (query.get("cursors") instanceof Collection<?> ids) {
            ids.forEach(id -> (parts.cursors().close(((Number) id).longValue()) ? killed : unknown).add(id));
        }
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("ok", 1.0);
    }

    private Document fullScans(Document query) {
        List<Document> shapes = parts.scans().report();
        if (Boolean.TRUE.equals(query.get("reset"))) {
            parts.scans().reset();
        }
        return new Document("shapes", shapes).append("ok", 1.0);
    }

    private Document searchCosts(Document query) {
        List<Document> shapes = parts.costs().report();
        if (Boolean.TRUE.equals(query.get("reset"))) {
            parts.costs().reset();
        }
        return new Document("shapes", shapes).append("ok", 1.0);
    }

    @Override
    public void close() {
        parts.cursors().closeAll();
        commits.pause(parts.file()::close);
        super.close();
    }
}
