package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.usher.engine.shared.Params;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWrapper;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecRegistry;
import org.junit.jupiter.api.Test;

class FreeValuesTest {

    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();

    @Test
    void shouldGiveBackNamesAndValuesAsTheyWere() {
        var values = new LinkedHashMap<String, Object>();
        values.put("a.b", "text");
        values.put("$set", Long.MAX_VALUE);
        values.put("price", new BigDecimal("19.90"));
        values.put("long decimal", new BigDecimal("1234567890123456789012345678901234567890.123"));
        values.put("nothing", null);
        values.put("list", Arrays.asList(1L, null, List.of(true), Map.of("$x.y", new BigDecimal("0.10"))));
        values.put("m", Map.of("d", "no decimal"));
        var params = new Params(values);

        var stored = throughBson(new Document("params", FreeValues.encode(params)));

        assertThat(FreeValues.decode(stored.getList("params", Document.class))).isEqualTo(params);
    }

    @Test
    void shouldDecodeNothingAsNothing() {
        assertThat(FreeValues.decode(null)).isEqualTo(Params.EMPTY);
    }

    private static Document throughBson(Document document) {
        var bson = BsonDocumentWrapper.asBsonDocument(document, CODECS);
        return new DocumentCodec(CODECS)
                .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
    }
}
