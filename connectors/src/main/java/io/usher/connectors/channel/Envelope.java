package io.usher.connectors.channel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message as it is to go out. What becomes a header is one line: a line break is refused here, so that no value can forge one.
 *
 * @param id Usher's id of the message; handed on wherever the other side takes one
 * @param date shown as when it was sent
 * @param headers further ones, for example {@code List-Unsubscribe}, where the channel knows headers
 */
public record Envelope<C extends Content>(
        String id, Instant date, Address from, String to, C content, Map<String, String> headers) {

    private static final List<String> OWN_HEADERS =
            List.of("from", "to", "cc", "bcc", "subject", "date", "message-id", "mime-version", "sender", "reply-to");

    public Envelope {
        headers = Map.copyOf(headers);
        requireLine("id", id);
        requireLine("from", from.address());
        requireLine("from name", from.name());
        requireLine("to", to);
        content.lines().forEach(Envelope::requireLine);
        headers.forEach(Envelope::requireHeader);
    }

    private static void requireHeader(String name, String value) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*") || OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be an additional header");
        }
        requireLine(name, value);
    }

    private static void requireLine(String field, @Nullable String value) {
        if (value != null && value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("The " + field + " of a message must be one line");
        }
    }
}
