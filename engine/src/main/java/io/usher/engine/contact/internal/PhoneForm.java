package io.usher.engine.contact.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.usher.engine.contact.internal.NormalForm.Unusable;
import io.usher.engine.contact.internal.NormalForm.Usable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Phone numbers as E.164; only valid ones, not those that are merely long enough. */
final class PhoneForm {

    private static final int MAX_LENGTH = 60;
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private PhoneForm() {}

    /**
     * Digits without a plus are a number of this country when they are valid there, else an international number when they
     * are valid as that; which of them was meant is said where it could be another.
     */
    static NormalForm of(String text, String country) {
        var written = written(text);
        if (written == null) {
            return new Unusable("is not a phone number: it may hold digits, a plus in front, spaces and - . / ( )");
        }
        if (written.startsWith("+")) {
            return valid(written, null)
                    .<NormalForm>map(number -> new Usable(number, List.of()))
                    .orElseGet(() -> new Unusable("is not a valid phone number"));
        }
        var there = valid(written, country);
        var abroad = valid("+" + (written.startsWith("00") ? written.substring(2) : written), null);
        if (there.isPresent()) {
            var other = abroad.filter(number -> !number.equals(there.get()));
            return new Usable(
                    there.get(),
                    other.map(number -> ambiguous(there.get(), number)).stream().toList());
        }
        return abroad.<NormalForm>map(number -> new Usable(number, List.of(guessed(number))))
                .orElseGet(() ->
                        new Unusable("is not a valid phone number, neither in " + country + " nor internationally"));
    }

    /** How stored numbers may begin when this is the beginning of what somebody types; nothing when it is none. */
    static List<String> beginnings(String text, String country) {
        var written = written(text);
        if (written == null || written.isEmpty()) {
            return List.of();
        }
        if (written.startsWith("+")) {
            return List.of(written);
        }
        var code = "+" + PHONES.getCountryCodeForRegion(country);
        if (written.startsWith("00")) {
            return List.of("+" + written.substring(2));
        }
        // some countries keep the 0 in front
        return written.startsWith("0")
                ? List.of(code + written.substring(1), code + written)
                : List.of("+" + written, code + written);
    }

    private static String guessed(String number) {
        return "was read as " + number + "; send it with the plus";
    }

    private static String ambiguous(String number, String other) {
        return "was read as " + number + " and could also be " + other + "; send it with a plus and the country's code";
    }

    /** Digits of ASCII with or without a plus in front; null when something else is in the text. */
    private static @Nullable String written(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        var digits = new StringBuilder();
        var visible = VisibleText.of(text);
        for (int point : visible.codePoints().toArray()) {
            if (Character.isDigit(point)) {
                digits.append(Character.digit(point, 10));
            } else if ((point == '+' || point == '＋') && digits.isEmpty()) {
                digits.append('+');
            } else if (!parting(point)) {
                return null;
            }
        }
        return digits.toString();
    }

    private static boolean parting(int point) {
        return VisibleText.space(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION
                || "./()·−（）．／".indexOf(point) >= 0;
    }

    private static Optional<String> valid(String digits, @Nullable String country) {
        try {
            var number = PHONES.parse(digits, country);
            return PHONES.isValidNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
