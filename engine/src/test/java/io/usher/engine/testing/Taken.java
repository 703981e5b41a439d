package io.usher.engine.testing;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.List;
import org.bson.BsonDocument;

/** The error of a store in memory whose id is taken: the one that MongoDB gives. */
public final class Taken {

    private static final int DUPLICATE_KEY = 11000;

    private Taken() {}

    public static RuntimeException id(String id) {
        var error = new WriteError(DUPLICATE_KEY, "E11000 duplicate key: " + id, new BsonDocument());
        return new MongoWriteException(error, new ServerAddress(), List.of());
    }
}
