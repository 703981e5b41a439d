package io.usher.designer.list;

import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a list is narrowed to, by name, as it stands in the page's address. */
public record Filter(Map<String, String> values) {

    public Filter {
        values = Map.copyOf(values);
    }

    public static Filter none() {
        return new Filter(Map.of());
    }

    /** Takes the named ones out of an address. */
    public static Filter of(QueryParameters address, String... names) {
        var values = new LinkedHashMap<String, String>();
        for (var name : names) {
            address.getSingleParameter(name)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> values.put(name, value));
        }
        return new Filter(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A span of time such as PT1H; an address somebody mistyped narrows nothing. */
    public Optional<Duration> span(String name) {
        return get(name).filter(text -> text.matches("P\\d{1,4}D|PT\\d{1,4}H")).map(Duration::parse);
    }

    /** A moment such as 2026-11-24T10:00:00Z; an address somebody mistyped narrows nothing. */
    public Optional<Instant> instant(String name) {
        return get(name).flatMap(Filter::moment);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The same with another value; an empty one takes it away. */
    public Filter with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        if (value.isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value.strip());
        }
        return new Filter(changed);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public QueryParameters parameters() {
        return QueryParameters.simple(values);
    }
}
