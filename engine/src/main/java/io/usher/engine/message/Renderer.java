package io.usher.engine.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Liquid with limits; straight blocking code. */
public interface Renderer {

    /** Plain text (subjects, addresses): values as they are, CR and LF refused when {@code singleLine}. */
    String text(String template, Map<String, @Nullable Object> model, boolean singleLine) throws RenderException;

    /** HTML: every value escaped unless {@code | raw}. */
    String html(String template, Map<String, @Nullable Object> model) throws RenderException;

    /** What is wrong with a template, in sentences with line numbers; empty when it can be rendered. */
    List<String> check(String template);
}
