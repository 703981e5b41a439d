package io.usher.designer.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** How the engine is, and in which version; open to everybody. */
public interface HealthClient {

    String PATH = "/actuator/health";

    @GetExchange(PATH)
    Health.Wire whole();

    @GetExchange(PATH)
    Health.Wire whole(SessionToken token);

    @GetExchange(PATH + "/{group}")
    Health.Wire part(@PathVariable("group") String group);

    @GetExchange("/v3/api-docs")
    ApiDocument document();

    /** The document that describes the engine's API, as far as it names the version. */
    record ApiDocument(@Nullable Info info) {

        record Info(@Nullable String version) {}
    }

    /** What the engine tells anybody: how it is, and which part is not well; without details. */
    default Health health() {
        var whole = whole().health();
        if (whole.isUp() || !whole.parts().isEmpty()) {
            return whole;
        }
        var parts = new HashMap<String, Health.Part>();
        Health.GROUPS.forEach((group, part) ->
                parts.put(part, new Health.Part(part(group).health().status(), Map.of())));
        return new Health(whole.status(), parts);
    }

    /** The same with the details of each part, for who may read. */
    default Health health(SessionToken token) {
        return whole(token).health();
    }

    /** The version the engine's OpenAPI document names. */
    default Optional<String> version() {
        return Optional.ofNullable(document().info()).map(ApiDocument.Info::version);
    }
}
