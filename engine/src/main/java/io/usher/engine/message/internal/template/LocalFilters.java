package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that speak the contact's language and know the contact's zone: times and amounts of money. */
final class LocalFilters {

    private static final int LONGEST_FORMAT = 200;
    private static final int STEPS_OF_MONEY = 50;

    private LocalFilters() {}

    static List<Filter> all() {
        return List.of(
                Filter.of("date", 0, 2, LocalFilters::date).looking(LocalFilters::lookAtDate),
                money("money", (amount, money) -> money.with(amount)),
                money("money_with_currency", (amount, money) -> money.withCode(amount)),
                money("money_without_currency", (amount, money) -> money.without(amount)),
                money("money_without_trailing_zeros", (amount, money) -> money.brief(amount)));
    }

    /** By a format, in a zone; without a format, or when the value is no time, the value as it is. */
    private static @Nullable Object date(@Nullable Object value, Arguments arguments) {
        var format = arguments.text(0);
        var moment = Moment.of(value, arguments.rendering().clock());
        if (moment == null || format.isEmpty()) {
            return value;
        }
        checkFormat(format);
        Budget.elements(format.length());
        var zone = arguments.text(1).isBlank() ? null : zone(arguments.text(1));
        var time = moment.in(zone, arguments.rendering().zone());
        return new TimeFormat(time, arguments.rendering().language()).formatted(format);
    }

    private static void lookAtDate(int place, @Nullable Object value) {
        if (place == 0) {
            checkFormat(Values.text(value));
        } else if (value != null && !Values.text(value).isBlank()) {
            zone(Values.text(value));
        }
    }

    private static void checkFormat(String format) {
        if (format.length() > LONGEST_FORMAT) {
            throw FlawException.somewhere("the date format is longer than " + LONGEST_FORMAT + " characters");
        }
        TimeFormat.check(format);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw FlawException.somewhere("there is no time zone \"" + Shown.of(name) + "\"");
        }
    }

    private interface Writing {
        String of(BigDecimal amount, Money money);
    }

    /** The currency is the argument, else the order's, else the event's; what is no amount stays as it is. */
    private static Filter money(String name, Writing writing) {
        return Filter.of(name, 0, 1, (value, arguments) -> {
                    var amount = Values.number(value);
                    if (amount == null) {
                        return value;
                    }
                    Budget.elements(STEPS_OF_MONEY);
                    var given = arguments.count() == 0 ? currency(arguments.rendering()) : arguments.text(0);
                    return writing.of(
                            amount, new Money(given, arguments.rendering().language()));
                })
                .looking((place, value) -> Money.check(Values.text(value)));
    }

    private static String currency(Rendering rendering) {
        var order = Values.text(Lookup.property(rendering.variable("order"), "currency", rendering));
        return order.isBlank()
                ? Values.text(Lookup.property(rendering.variable("event"), "currency", rendering))
                : order;
    }
}
