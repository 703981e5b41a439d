package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents to bytes and back. */
final class Bson {
    private Bson() {}

    /** Refuses what could not be read back: a document over MongoDB's size limit. */
    static byte[] encode(Map<String, ?> document) {
        ByteBuf buffer = Unpooled.buffer(256);
        BsonEncoder.encodeDocument(document, buffer);
        if (buffer.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "object to store is larger than " + BsonConstants.MAX_BSON_OBJECT_SIZE + " bytes");
        }
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    static byte[] encodeValue(Object value) {
        return encode(new Document("v", value));
    }

    static @Nullable Object decodeValue(byte[] bytes) {
        return decode(bytes).get("v");
    }

    /** Roughly the bytes a value takes as BSON, cheaper than encoding it. */
    static long roughSize(@Nullable Object value) {
        return switch (value) {
            case null -> 8;
            case String s -> 8 + s.length();
            case Map<?, ?> map -> {
                long size = 16;
                for (Map.Entry<?, ?> e : map.entrySet()) {
                    size += roughSize(e.getKey()) + roughSize(e.getValue());
                }
                yield size;
            }
            case Collection<?> list -> {
                long size = 16;
                for (Object element : list) {
                    size += 4 + roughSize(element);
                }
                yield size;
            }
            default -> 16;
        };
    }
}
