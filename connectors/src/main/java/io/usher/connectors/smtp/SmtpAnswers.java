package io.usher.connectors.smtp;

import io.usher.connectors.channel.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a server's answer, or its absence, means for the mail. */
final class SmtpAnswers {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final Pattern QUEUED = Pattern.compile("(?i)queued as ([A-Za-z0-9_.-]+)");
    private static final int MAX_WORDS = 300;

    private SmtpAnswers() {}

    static Delivery taken(@Nullable String response) {
        var words = line(response);
        var queued = QUEUED.matcher(words);
        return new Delivery.HandedOver(queued.find() ? queued.group(1) : null, words);
    }

    static Delivery of(MessagingException failure, ObservedTransport transport, boolean deadlinePassed) {
        var words = deadlinePassed ? "The server took too long" : words(failure);
        int code = deadlinePassed ? 0 : code(failure);
        if (code / 100 == 5) {
            return new Delivery.Refused(words);
        }
        if (code / 100 == 4) {
            return new Delivery.TryLater(words, LATER);
        }
        if (transport.contentBegun()) {
            return new Delivery.Unknown("The connection ended before the server had answered (" + words + ")");
        }
        return new Delivery.TryLater(words, failure instanceof AuthenticationFailedException ? LATER : SOON);
    }

    /** The code of the server's answer to this mail; 0 when there was none, or it concerned the connection only. */
    private static int code(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            int code = switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= 400) {
                return code;
            }
        }
        return 0;
    }

    private static String words(Throwable failure) {
        String last = null;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                last = cause.getMessage();
            }
        }
        return line(last == null ? failure.getClass().getSimpleName() : last);
    }

    private static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return failure.getCause();
    }

    /** One line without control characters, of bounded length. */
    static String line(@Nullable String text) {
        var line = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS) + "...";
    }
}
