package io.usher.connectors.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One address as SMTP carries it: the domain in ASCII (IDN), the name encoded. Lists and groups (x:a@b;) are none. */
final class MailAddress {

    private static final String PARTING = "()<>,;:\\\"[]";

    private MailAddress() {}

    /** Whether only a server that knows SMTPUTF8 takes it: its part before the @ is not ASCII. */
    static boolean international(InternetAddress address) {
        return !StandardCharsets.US_ASCII.newEncoder().canEncode(address.getAddress());
    }

    static InternetAddress of(String text, @Nullable String name) throws MessagingException {
        int at = text.lastIndexOf('@');
        if (at <= 0 || text.chars().anyMatch(point -> PARTING.indexOf(point) >= 0)) {
            throw new AddressException("\"" + text + "\" is not an e-mail address");
        }
        if (text.indexOf('ß', at) > 0 || text.indexOf('ς', at) > 0) {
            throw new AddressException(
                    "The domain of \"" + text + "\" has a letter that stands for two different domains");
        }
        try {
            var address = new InternetAddress(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)), true);
            address.setPersonal(name, StandardCharsets.UTF_8.name());
            return address;
        } catch (IllegalArgumentException | AddressException | UnsupportedEncodingException e) {
            throw new AddressException("\"" + text + "\" is not an e-mail address");
        }
    }
}
