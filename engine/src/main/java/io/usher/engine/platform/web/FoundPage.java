package io.usher.engine.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what was searched for by beginnings. */
public record FoundPage<T>(
        List<T> items,
        @Nullable String next,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = TOO_MANY) @Nullable
        Boolean tooMany) {

    public static final String TOO_MANY =
            "True when more contacts or keys begin so than are looked at (100 of each): the list shows those of the first; "
                    + "absent otherwise";

    public FoundPage {
        items = List.copyOf(items);
    }

    public static <T> FoundPage<T> of(Page<T> page, boolean tooMany) {
        return new FoundPage<>(page.items(), page.next(), tooMany ? true : null);
    }
}
