package io.usher.engine.message.store;

import io.usher.connectors.channel.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Contents as they are stored: the name of the record, and its components as deflated JSON. A new channel needs nothing here. */
final class BodyForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BodyForm() {}

    static String type(Content content) {
        return content.getClass().getSimpleName();
    }

    static byte[] json(Content content) {
        return JSON.writeValueAsBytes(content);
    }

    static byte[] deflated(byte[] json) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Content content(String type, byte[] deflated) {
        var record = Arrays.stream(Content.class.getPermittedSubclasses())
                .filter(each -> each.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This engine knows no content of type " + type));
        try (var json = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return (Content) JSON.readValue(json.readAllBytes(), record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
