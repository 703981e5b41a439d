package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts as the contact's language writes them. */
final class Money {

    private static final int PLACES = 2;

    private final String code;
    private final @Nullable Currency currency;
    private final Locale language;

    /** {@code code}: of ISO 4217, such as SEK; one that nobody knows is written behind the amount. */
    Money(String code, Locale language) {
        this.code = code.strip().toUpperCase(Locale.ROOT);
        this.currency = known(this.code);
        this.language = language;
    }

    private static @Nullable Currency known(String code) {
        try {
            return code.length() == 3 ? Currency.getInstance(code) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static void check(String code) {
        if (known(code.strip().toUpperCase(Locale.ROOT)) == null) {
            throw FlawException.somewhere("there is no currency \"" + Shown.of(code) + "\"");
        }
    }

    String with(BigDecimal amount) {
        return written(amount, places());
    }

    /** Without places when they are all zero. */
    String brief(BigDecimal amount) {
        return written(amount, rounded(amount).stripTrailingZeros().scale() <= 0 ? 0 : places());
    }

    private String written(BigDecimal amount, int places) {
        if (currency == null) {
            return number(amount, places) + (code.isEmpty() ? "" : " " + code);
        }
        var format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        return set(format, places).format(amount);
    }

    /** With the code behind it, where the sign alone would not say which dollars. */
    String withCode(BigDecimal amount) {
        var text = with(amount);
        return currency == null || text.contains(code) ? text : text + " " + code;
    }

    /** The number alone. */
    String without(BigDecimal amount) {
        return number(amount, places());
    }

    private String number(BigDecimal amount, int places) {
        return set(NumberFormat.getNumberInstance(language), places).format(amount);
    }

    private static NumberFormat set(NumberFormat format, int places) {
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        format.setRoundingMode(RoundingMode.HALF_UP);
        if (format instanceof DecimalFormat decimal) {
            decimal.setMaximumIntegerDigits(Limits.DIGITS);
        }
        return format;
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(places(), RoundingMode.HALF_UP);
    }

    private int places() {
        return currency == null ? PLACES : Math.max(0, currency.getDefaultFractionDigits());
    }
}
