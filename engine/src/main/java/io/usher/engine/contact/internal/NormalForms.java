package io.usher.engine.contact.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.Optional;

/** The one spelling of an identifier that is stored and compared. */
final class NormalForms {

    private static final int MAX_PHONE = 40;
    private static final int MAX_TEXT = 400;
    private static final EmailValidator EMAIL = JMail.validator()
            .requireTopLevelDomain()
            .disallowIpDomain()
            .disallowExplicitSourceRouting()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace();
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private NormalForms() {}

    /** Trimmed and in lower case; empty when it is no address. */
    static Optional<String> email(String text) {
        var address = text.strip().toLowerCase(Locale.ROOT);
        boolean plain = address.chars().noneMatch(c -> Character.isWhitespace(c) || "()<>,;".indexOf(c) >= 0);
        return plain && EMAIL.isValid(address) ? Optional.of(address) : Optional.empty();
    }

    /** E.164; a national number is read as one of this country. Empty when it cannot be a number. */
    static Optional<String> phone(String text, String country) {
        if (text.length() > MAX_PHONE) {
            return Optional.empty();
        }
        try {
            var number = PHONES.parse(text, country);
            return PHONES.isPossibleNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Trimmed; empty when it is too long or holds control characters. */
    static Optional<String> text(String text) {
        var stripped = text.strip();
        boolean fit = stripped.length() <= MAX_TEXT && stripped.chars().noneMatch(Character::isISOControl);
        return fit ? Optional.of(stripped) : Optional.empty();
    }
}
