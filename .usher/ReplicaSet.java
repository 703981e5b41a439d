import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * Makes the mongod on the given port a replica set of one with the user {@code usher}, whose password comes by standard input;
 * does nothing when it is one already. A mongod without any user lets this machine do both once, also with a key file.
 */
class ReplicaSet {

    private static final int ALREADY_INITIALIZED = 23;

    public static void main(String[] args) throws Exception {
        String member = "127.0.0.1:" + args[0];
        String password = new BufferedReader(new InputStreamReader(System.in)).readLine();
        try (MongoClient known = client("usher:" + password + "@" + member, "&authSource=admin")) {
            run(known, new Document("replSetGetStatus", 1));
            return;
        } catch (MongoSecurityException nobodyYet) {
            // the first start, or data of a version that had no user
        }
        try (MongoClient anybody = client(member, "")) {
            initiate(anybody, member);
            run(anybody, new Document("createUser", "usher").append("pwd", password).append("roles", List.of("root")));
        }
    }

    private static void initiate(MongoClient client, String member) throws InterruptedException {
        Document set = Document.parse("{_id: 'usher', members: [{_id: 0, host: '%s'}]}".formatted(member));
        try {
            run(client, new Document("replSetInitiate", set));
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != ALREADY_INITIALIZED) {
                throw refused;
            }
        }
        for (int tries = 0; tries < 100; tries++) {
            if (Boolean.TRUE.equals(run(client, new Document("hello", 1)).getBoolean("isWritablePrimary"))) {
                return;
            }
            Thread.sleep(100);
        }
    }

    private static MongoClient client(String server, String options) {
        return MongoClients.create(
                "mongodb://%s/?directConnection=true&serverSelectionTimeoutMS=5000%s".formatted(server, options));
    }

    private static Document run(MongoClient client, Document command) {
        return Mono.from(client.getDatabase("admin").runCommand(command)).block(Duration.ofSeconds(10));
    }
}
