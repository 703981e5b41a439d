package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import io.usher.engine.message.internal.template.Html.Markup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import liqp.PlainBigDecimal;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;
import org.jspecify.annotations.Nullable;

/** The library's filters made safe, and the few that Usher does its own way. */
final class OwnFilters {

    private static final Pattern WIDE_FORMAT = Pattern.compile("%[-_0^#:]*\\d{3,}");
    private static final int MAX_FORMAT = 200;
    private static final int MAX_PLACES = 20;

    private OwnFilters() {}

    static Filters all(Clock clock, boolean html) {
        var filters = new ArrayList<Filter>();
        var date = Filters.DEFAULT_FILTERS.get("date");
        filters.addAll(Filters.DEFAULT_FILTERS.values());
        filters.add(filter("round", (value, context, params) -> round(value, params)));
        filters.add(
                filter("date", (value, context, params) -> date.apply(moment(value, clock), context, format(params))));
        filters.add(
                filter("raw", (value, context, params) -> html ? new Markup(Html.plain(value)) : Html.plain(value)));
        if (html) {
            filters.addAll(markup());
        }
        return Filters.of(filters.stream().<Filter>map(SafeFilter::new).toList());
    }

    /** Filters that make HTML: what they are given is escaped by them, so it is not escaped again. */
    private static List<Filter> markup() {
        return List.of(
                filter("escape", (value, context, params) -> new Markup(String.valueOf(Html.html(Html.plain(value))))),
                filter("h", (value, context, params) -> new Markup(String.valueOf(Html.html(Html.plain(value))))),
                filter("newline_to_br", (value, context, params) -> breaks(value)));
    }

    private static Object breaks(@Nullable Object value) {
        var html = Html.html(value);
        return new Markup(html == null ? "" : html.toString().replaceAll("\r?\n", "<br>\n"));
    }

    /** Exact and with all places shown, since amounts of money go through it; the library's own goes through a double. */
    private static Object round(@Nullable Object value, @Nullable Object... params) {
        int places = params.length == 0 ? 0 : number(params[0]).intValue();
        if (Math.abs(places) > MAX_PLACES) {
            throw new ExceededException("rounds to more than " + MAX_PLACES + " places");
        }
        return new PlainBigDecimal(number(value).setScale(places, RoundingMode.HALF_UP));
    }

    private static BigDecimal number(@Nullable Object value) {
        try {
            return new BigDecimal(Html.plain(value).strip());
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    private static @Nullable Object[] format(@Nullable Object... params) {
        if (params.length > 0) {
            var format = Html.plain(params[0]);
            if (format.length() > MAX_FORMAT || WIDE_FORMAT.matcher(format).find()) {
                throw new ExceededException("has a date format that is too wide");
            }
        }
        return params;
    }

    /** The clock's now, and ISO times with their own offset; all else is left to the library. */
    private static @Nullable Object moment(@Nullable Object value, Clock clock) {
        var text = Html.plain(value).strip();
        if (text.equals("now") || text.equals("today")) {
            return ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        try {
            return switch (text.length()) {
                case 10 -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC);
                default ->
                    text.endsWith("Z")
                            ? Instant.parse(text).atZone(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text).toZonedDateTime();
            };
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static Filter filter(String name, Change change) {
        return new Filter(name) {
            @Override
            public @Nullable Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
                return change.apply(value, context, params);
            }
        };
    }

    @FunctionalInterface
    private interface Change {
        @Nullable
        Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params);
    }
}
