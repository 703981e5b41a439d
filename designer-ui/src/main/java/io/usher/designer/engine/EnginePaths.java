package io.usher.designer.engine;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.DefaultUriBuilderFactory;

/** Addresses under the engine's. An id may hold any character, and dots alone too: left as they are they lead to another path. */
final class EnginePaths extends DefaultUriBuilderFactory {

    private static final Pattern DOTS = Pattern.compile("(?<=/)\\.\\.?(?=[/?]|$)");

    EnginePaths(String url) {
        super(url);
    }

    @Override
    public URI expand(String template, Map<String, ?> values) {
        return encoded(super.expand(template, values));
    }

    @Override
    public URI expand(String template, Object... values) {
        return encoded(super.expand(template, values));
    }

    private static URI encoded(URI address) {
        var text = address.toString();
        int query = text.indexOf('?');
        var path = query < 0 ? text : text.substring(0, query);
        var rest = query < 0 ? "" : text.substring(query);
        var spelled = DOTS.matcher(path).replaceAll(dots -> dots.group().replace(".", "%2E"));
        return URI.create(spelled + rest);
    }
}
