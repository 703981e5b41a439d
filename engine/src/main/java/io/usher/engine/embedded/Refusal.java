package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;

/** An error as an answer. The library logs the whole command with one that is thrown, and here that may hold a proof. */
final class Refusal {
    private Refusal() {}

    static Document of(int code, String name, String message) {
        return new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }
}
