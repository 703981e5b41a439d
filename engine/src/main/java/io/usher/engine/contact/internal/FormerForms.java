package io.usher.engine.contact.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.usher.engine.contact.Identifier.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * How identifiers were spelled in the store before {@link NormalForms} knew invisible characters, international domains and
 * valid phone numbers (ADR 0012). Only looked up, never written.
 */
final class FormerForms {

    private static final int MAX_PHONE = 40;
    private static final int MAX_TEXT = 400;
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private FormerForms() {}

    static Optional<String> of(Kind kind, String text, String country) {
        var stripped = text.strip();
        return switch (kind) {
            case EMAIL -> Optional.of(stripped.toLowerCase(Locale.ROOT)).filter(FormerForms::fit);
            case PHONE -> phone(text, country);
            case EXTERNAL_CUSTOMER_ID, PUSH_TOKEN -> Optional.of(stripped).filter(FormerForms::fit);
            case CONTACT_ID -> Optional.empty();
        };
    }

    private static Optional<String> phone(String text, String country) {
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

    private static boolean fit(String text) {
        return !text.isEmpty() && text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
    }
}
