package io.usher.engine.order.internal;

import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WrittenTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one posted order; unknown fields are kept, all that is wrong is named at once. */
final class OrderBody {

    private static final int MAX_ID = 300;
    private static final Set<String> BY_THE_PERSON = Set.of("INITIALIZED", "ABANDONED_SHOPPING_CART");
    private static final List<String> NUMBERS = List.of("totalCost", "shipping", "discount", "taxes");
    private static final List<String> NAMES = List.of("email", "phone", "externalCustomerId");

    private final Map<String, @Nullable Object> body;
    private final ZoneId zone;
    private final List<FieldError> errors = new ArrayList<>();

    /** A checked order; {@code content} is everything but {@code history}. */
    record Read(String externalOrderId, String status, Instant date, boolean history, Params content) {}

    private OrderBody(Map<String, @Nullable Object> body, ZoneId zone) {
        this.body = body;
        this.zone = zone;
    }

    /** The order that this JSON object says; a date without offset is one of {@code zone}. */
    static Read read(Map<String, @Nullable Object> body, ZoneId zone) {
        return new OrderBody(body, zone).read();
    }

    /** The order's id as far as it can be read, for the answer of one that is refused. */
    static @Nullable String idOf(@Nullable Object order) {
        var id = order instanceof Map<?, ?> body ? body.get("externalOrderId") : null;
        if (!(id instanceof String || id instanceof Long)) {
            return null;
        }
        var text = VisibleText.clean(String.valueOf(id));
        return text.isEmpty() || text.length() > MAX_ID ? null : text;
    }

    /** Whether the person brings an order into this status, and not the shop. */
    static boolean byThePerson(String status) {
        return BY_THE_PERSON.contains(status);
    }

    private Read read() {
        var id = VisibleText.clean(text("externalOrderId"));
        if (!id.isEmpty() && (id.length() > MAX_ID || VisibleText.hasControls(id))) {
            error("externalOrderId", "length", "has at most 300 characters and no control characters");
        }
        var status = text("status");
        if (!status.isEmpty() && !Status.NAMES.contains(status)) {
            error("status", "one-of", "is not one of " + String.join(", ", Status.NAMES));
        }
        var date = date(text("date"));
        NUMBERS.forEach(this::number);
        if (body.get("totalCost") == null) {
            error("totalCost", "required", "is required");
        }
        if (NAMES.stream().allMatch(name -> blank(body.get(name)))) {
            errors.add(new FieldError("email", "required", "One of email, phone, externalCustomerId is required"));
        }
        items();
        boolean history = history();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        var content = new LinkedHashMap<>(body);
        content.remove("history");
        return new Read(id, status, date, history, new Params(content));
    }

    private String text(String field) {
        switch (body.get(field)) {
            case String text
            when !text.isBlank() -> {
                return text.strip();
            }
            case Long number -> {
                return number.toString();
            }
            case null -> error(field, "required", "is required");
            default -> error(field, "type", "is not a text");
        }
        return "";
    }

    private Instant date(String text) {
        if (text.isEmpty()) {
            return Instant.EPOCH;
        }
        return WrittenTime.of(text, zone)
                .map(written -> Instant.ofEpochMilli(written.at().toEpochMilli()))
                .orElseGet(() -> {
                    error("date", "format", "is not a time such as 2026-01-31T09:30:00Z");
                    return Instant.EPOCH;
                });
    }

    private void number(String field) {
        switch (body.get(field)) {
            case null -> {}
            case Long whole -> {}
            case BigDecimal decimal -> {}
            case String text when isNumber(text) -> {}
            default -> error(field, "type", "is not a number");
        }
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    }

    private void items() {
        switch (body.get("items")) {
            case null -> {}
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    if (!(items.get(i) instanceof Map<?, ?>)) {
                        error("items[" + i + "]", "type", "is not an object");
                    }
                }
            }
            default -> error("items", "type", "is not a list");
        }
    }

    private boolean history() {
        return switch (body.get("history")) {
            case null -> false;
            case Boolean history -> history;
            default -> {
                error("history", "type", "is not true or false");
                yield false;
            }
        };
    }

    private static boolean blank(@Nullable Object value) {
        return value == null || String.valueOf(value).isBlank();
    }

    private void error(String field, String rule, String message) {
        errors.add(new FieldError(field, rule, field + " " + message));
    }
}
