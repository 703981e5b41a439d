package io.usher.designer.engine;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/**
 * What a method of a client says by the type of an argument. It is the only place where a token gets into a call, and it is that
 * call's own argument: nothing of one call is left for the next.
 */
final class CallArguments implements HttpServiceArgumentResolver {

    @Override
    public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder call) {
        var type = parameter.getParameterType();
        if (type == SessionToken.class) {
            call.addHeader(
                    HttpHeaders.AUTHORIZATION,
                    "Bearer " + given(SessionToken.class, argument).value());
        } else if (type == IfMatch.class) {
            call.addHeader(
                    HttpHeaders.IF_MATCH,
                    Tagged.quoted(given(IfMatch.class, argument).etag()));
        } else if (type == Query.class) {
            for (Map.Entry<String, String> asked :
                    given(Query.class, argument).values().entrySet()) {
                call.addRequestParameter(asked.getKey(), asked.getValue());
            }
        } else {
            return false;
        }
        return true;
    }

    private static <T> T given(Class<T> type, @Nullable Object argument) {
        return type.cast(Objects.requireNonNull(argument, type.getSimpleName()));
    }
}
