package io.usher.designer.engine;

import io.usher.designer.engine.EngineException.Away;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * All calls go through here. Whatever fails is an {@link EngineException}, and a method that returns {@link Versioned} or
 * {@link Tagged} gets the tag of the answer too.
 */
final class EngineAdapter extends HttpExchangeAdapterDecorator {

    private static final ParameterizedTypeReference<byte[]> BYTES = new ParameterizedTypeReference<>() {};

    EngineAdapter(HttpExchangeAdapter http) {
        super(http);
    }

    @Override
    public void exchange(HttpRequestValues call) {
        heard(() -> {
            super.exchange(call);
            return call;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues call) {
        return heard(() -> super.exchangeForHeaders(call));
    }

    @Override
    @SuppressWarnings("unchecked") // the type of the answer is looked at
    public <T> T exchangeForBody(HttpRequestValues call, ParameterizedTypeReference<T> answer) {
        var type = ResolvableType.forType(answer);
        if (type.toClass() == Tagged.class) {
            var entity = exchangeForEntity(call, BYTES);
            return (T) new Tagged(XmlText.read(body(entity)), etag(entity));
        }
        if (type.toClass() == Versioned.class) {
            ParameterizedTypeReference<Object> inner =
                    ParameterizedTypeReference.forType(type.getGeneric(0).getType());
            var entity = exchangeForEntity(call, inner);
            return (T) new Versioned<>(body(entity), etag(entity));
        }
        return heard(() -> super.exchangeForBody(call, answer));
    }

    @Override
    public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues call) {
        return heard(() -> super.exchangeForBodilessEntity(call));
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues call, ParameterizedTypeReference<T> answer) {
        return heard(() -> super.exchangeForEntity(call, answer));
    }

    private static <T> T body(ResponseEntity<T> entity) {
        var body = entity.getBody();
        if (body == null) {
            throw empty();
        }
        return body;
    }

    private static String etag(ResponseEntity<?> entity) {
        return Tagged.etag(entity.getHeaders()).orElse("");
    }

    private static <T> T heard(Supplier<@Nullable T> call) {
        try {
            var answer = call.get();
            if (answer == null) {
                throw empty();
            }
            return Objects.requireNonNull(answer);
        } catch (ResourceAccessException e) {
            throw new Away("The engine does not answer", e);
        } catch (RestClientException e) {
            throw new Away("The engine's answer could not be read", e);
        }
    }

    private static Away empty() {
        return new Away("The engine's answer was empty", null);
    }
}
