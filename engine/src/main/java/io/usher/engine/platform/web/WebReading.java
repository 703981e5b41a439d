package io.usher.engine.platform.web;

import java.time.Instant;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How requests are read: bodies bounded and off the threads that serve connections, times that every store can hold. */
@Configuration(proxyBeanMethods = false)
class WebReading implements WebFluxConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        // a lambda would hide the types from Spring
        registry.addConverter(new Converter<String, Instant>() {
            @Override
            public Instant convert(String text) {
                return Instants.read(text);
            }
        });
    }

    @Bean
    @Order(100) // after Spring Boot's own, which sets the plain decoder
    CodecCustomizer boundedBodies(JsonMapper json) {
        return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new FormDecoder(json));
    }

    @Bean
    JsonMapperBuilderCustomizer storableTimes() {
        return json -> json.addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()));
    }

    /** What is no such time becomes a problem with the field's name, as every value of a wrong type does. */
    private static final class InstantReader extends StdScalarDeserializer<Instant> {

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString("");
            try {
                return Instants.read(text);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(text, Instant.class, e.getMessage());
            }
        }
    }
}
