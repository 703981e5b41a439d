package io.usher.connectors.channel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail as it is to go out. Everything that becomes a header is one line: a line break is refused here, so that no value
 * can forge one.
 *
 * @param id Usher's id of the message; the Message-ID is derived from it
 * @param date shown as when it was sent
 * @param text null: derived from the HTML
 * @param headers further ones, for example {@code List-Unsubscribe}
 */
public record OutgoingMail(
        String id,
        Instant date,
        Address from,
        String to,
        String subject,
        String html,
        @Nullable String text,
        Map<String, String> headers) {

    private static final List<String> OWN_HEADERS =
            List.of("from", "to", "cc", "bcc", "subject", "date", "message-id", "mime-version", "sender", "reply-to");

    public OutgoingMail {
        headers = Map.copyOf(headers);
        requireLine("id", id);
        requireLine("to", to);
        requireLine("subject", subject);
        headers.forEach(OutgoingMail::requireHeader);
    }

    /** An address and the name shown with it. */
    public record Address(String address, @Nullable String name) {

        public Address {
            requireLine("from", address);
            if (name != null) {
                requireLine("from name", name);
            }
        }
    }

    private static void requireHeader(String name, String value) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*") || OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be an additional header");
        }
        requireLine(name, value);
    }

    private static void requireLine(String field, String value) {
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("The " + field + " of a mail must be one line");
        }
    }
}
