import com.mongodb.MongoCommandException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Makes the mongod on the given port a replica set of one; does nothing when it is one already. */
class ReplicaSet {

    private static final int ALREADY_INITIALIZED = 23;

    public static void main(String[] args) {
        String member = "127.0.0.1:" + args[0];
        String uri = "mongodb://%s/?directConnection=true&serverSelectionTimeoutMS=5000".formatted(member);
        Document set = Document.parse("{_id: 'usher', members: [{_id: 0, host: '%s'}]}".formatted(member));
        try (MongoClient client = MongoClients.create(uri)) {
            Mono.from(client.getDatabase("admin").runCommand(new Document("replSetInitiate", set)))
                    .block(Duration.ofSeconds(10));
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != ALREADY_INITIALIZED) {
                throw refused;
            }
        }
    }
}
