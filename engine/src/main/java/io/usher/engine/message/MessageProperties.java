package io.usher.engine.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out.
 *
 * @param smtpUrl {@code smtp://user:password@host:port?starttls=required|optional|off} or {@code smtps://..}; empty: messages
 *     are held, reason {@code no-mail-server}
 * @param mailFrom sender where a block names none: an address, or {@code Name <address>}
 * @param mailCatcher whether that server only catches mail: it then also gets sample addresses and marketing without an
 *     unsubscribe page
 * @param leaseTime how long a message belongs to one attempt: longer than any call of a connector and the steps before it; after
 *     it a hand-over of a process that died becomes uncertain
 */
@ConfigurationProperties("usher.message")
public record MessageProperties(
        @Nullable String smtpUrl,
        @Nullable String mailFrom,
        @DefaultValue("false") boolean mailCatcher,
        @DefaultValue("3m") Duration leaseTime) {

    public MessageProperties {
        smtpUrl = smtpUrl == null || smtpUrl.isBlank() ? null : smtpUrl.strip();
        mailFrom = mailFrom == null || mailFrom.isBlank() ? null : mailFrom.strip();
    }

    @Override
    public String toString() {
        return "MessageProperties[smtpUrl=" + (smtpUrl == null ? "none" : "set") + ", mailFrom=" + mailFrom
                + ", mailCatcher=" + mailCatcher + "]";
    }
}
