package io.usher.engine.platform.schema;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One step of stored data to the shape that this engine reads, made once in a database: a walk over one collection. It may be
 * repeated anywhere, and engines of the version before may still be at work beside it.
 */
public interface Migration {

    /** Its place among all: 1, 2, .. without a gap; never changed once it was released. */
    int version();

    /** What it does, for the log and for who waits: "event types get ..". */
    String what();

    String collection();

    /** What it has to read of each document, besides the id. */
    Bson reads();

    /** The update of this document, or null where nothing is to be done; right also for what it became since it was read. */
    @Nullable
    Bson change(Document document);
}
