package io.usher.connectors.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Addresses as SMTP carries them: the domain in ASCII (IDN), the name encoded. */
final class MailAddress {

    private MailAddress() {}

    static InternetAddress of(String text, @Nullable String name) throws MessagingException {
        int at = text.lastIndexOf('@');
        if (at <= 0) {
            throw new AddressException("\"" + text + "\" is not an e-mail address");
        }
        var local = text.substring(0, at);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
            throw new AddressException(
                    "The part before @ of \"" + text + "\" has characters that mail servers do not take");
        }
        try {
            var address = new InternetAddress(local + "@" + IDN.toASCII(text.substring(at + 1)), true);
            address.setPersonal(name, StandardCharsets.UTF_8.name());
            return address;
        } catch (IllegalArgumentException | AddressException | UnsupportedEncodingException e) {
            throw new AddressException("\"" + text + "\" is not an e-mail address");
        }
    }
}
