package io.usher.connectors.channel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail.
 *
 * @param replyTo where answers go; null: to the sender
 * @param preview the line that lists of mails show behind the subject; null: the beginning of the content
 */
public record Email(
        @Nullable Address sender,
        @Nullable String replyTo,
        String subject,
        @Nullable String preview,
        String html,
        String text)
        implements Content {

    /** The key of its channel. */
    public static final String CHANNEL = "email";

    /** A mail whose text for readers that show no HTML is derived when there is none. */
    public static Email of(@Nullable Address sender, String subject, String html, @Nullable String text) {
        return new Email(sender, null, subject, null, html, text == null ? PlainText.of(html) : text);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public String title() {
        return subject;
    }

    @Override
    public Map<String, String> lines() {
        var lines = new HashMap<>(Map.of("subject", subject));
        if (replyTo != null) {
            lines.put("reply-to", replyTo);
        }
        return lines;
    }
}
