package io.usher.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntargetedWritesTest {

    private final UntargetedWrites writes = new UntargetedWrites();

    @Test
    void shouldCountWritesThatDoNotNameTheirDocuments() {
        update(new Document("state", "waiting"));
        update(new Document("state", "held"));
        update(new Document("_id", new Document("$ne", "a")));
        writes.look("usher", "delete", command("delete", "deletes", new Document("at", new Document("$lte", 1))));
        writes.look(
                "usher",
                "findAndModify",
                new Document("findAndModify", "things").append("query", new Document("n", 1)));

        assertThat(writes.report())
                .extracting(each -> each.get("ns") + " " + each.get("shape") + " " + each.get("count"))
                .containsExactly(
                        "usher.things delete {at: $lte} 1",
                        "usher.things findandmodify {n} 1",
                        "usher.things update {_id: $ne} 1",
                        "usher.things update {state} 2");
    }

    @Test
    void shouldCountNoneThatNamesItsDocuments() {
        update(new Document("_id", "a"));
        update(new Document("_id", new Document("$in", List.of("a", "b"))).append("owner", "me"));
        update(new Document("$and", List.of(new Document("_id", "a"), new Document("state", "waiting"))));
        writes.look("usher", "find", new Document("find", "things").append("filter", new Document("n", 1)));

        assertThat(writes.report()).isEmpty();
    }

    private void update(Document filter) {
        writes.look("usher", "update", command("update", "updates", filter));
    }

    private static Document command(String name, String parts, Document filter) {
        return new Document(name, "things").append(parts, List.of(new Document("q", filter)));
    }
}
