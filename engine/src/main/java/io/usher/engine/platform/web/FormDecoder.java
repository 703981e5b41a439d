package io.usher.engine.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON bodies that become records, with the same limits and on the same threads as all other bodies. */
final class FormDecoder extends JacksonJsonDecoder {

    FormDecoder(JsonMapper json) {
        super(json);
    }

    @Override
    public Mono<Object> decodeToMono(
            Publisher<DataBuffer> input,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return RequestBodies.whole(Flux.from(input), BodyLimit.FORM.max())
                .filter(bytes -> bytes.length > 0)
                .mapNotNull(
                        bytes -> decode(DefaultDataBufferFactory.sharedInstance.wrap(bytes), type, mimeType, hints));
    }
}
