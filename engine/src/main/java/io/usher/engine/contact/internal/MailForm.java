package io.usher.engine.contact.internal;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import io.usher.engine.contact.internal.NormalForm.Unusable;
import io.usher.engine.contact.internal.NormalForm.Usable;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** E-mail addresses: in lower case, composed, without invisible characters, the domain as DNS has it (ASCII). */
final class MailForm {

    private static final int MAX_LOCAL = 64;
    private static final int MAX_LENGTH = 254;
    private static final EmailValidator VALID = JMail.validator()
            .requireTopLevelDomain()
            .disallowIpDomain()
            .disallowExplicitSourceRouting()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace();
    private static final String NO_ADDRESS = "is not an e-mail address";
    /** They part lists, groups, names and comments; an address that needs one would have to quote it. */
    private static final String PARTING = "()<>,;:\\\"[]";

    private MailForm() {}

    static NormalForm of(String text) {
        var address = VisibleText.of(text).toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        boolean parted = address.codePoints()
                .anyMatch(point ->
                        VisibleText.space(point) || Character.isISOControl(point) || PARTING.indexOf(point) >= 0);
        if (at <= 0 || parted) {
            return new Unusable(NO_ADDRESS);
        }
        var domain = address.substring(at + 1);
        if (domain.indexOf('ß') >= 0 || domain.indexOf('ς') >= 0) {
            return new Unusable(
                    "has a letter in its domain that stands for two different domains; write the domain in its"
                            + " xn-- form; it");
        }
        var normal = address.substring(0, at + 1) + ascii(domain);
        return valid(normal, at) ? new Usable(normal, notes(text)) : new Unusable(NO_ADDRESS);
    }

    /** Empty, which no address ends with, when DNS cannot have it. */
    private static String ascii(String domain) {
        try {
            var ascii = IDN.toASCII(domain).toLowerCase(Locale.ROOT);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean valid(String address, int at) {
        return address.length() <= MAX_LENGTH
                && address.substring(0, at).getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL
                && VALID.isValid(address);
    }

    private static List<String> notes(String text) {
        return VisibleText.hasInvisible(text) ? List.of(VisibleText.NOTE) : List.of();
    }
}
