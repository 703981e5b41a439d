package io.usher.designer.canvas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change on an element, in one step that one undo takes back; what is null stays. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        @Nullable String name,
        @Nullable Map<String, Object> settings,
        @Nullable Map<String, Object> exit) {}
