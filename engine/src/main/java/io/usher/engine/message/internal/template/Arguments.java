package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filter was given. */
record Arguments(List<Expression> places, Map<String, Expression> named, Rendering rendering) {

    int count() {
        return places.size();
    }

    /** By place from 0; nothing when there are fewer. */
    @Nullable
    Object value(int place) {
        return place < places.size() ? places.get(place).value(rendering) : null;
    }

    @Nullable
    Object value(String name) {
        var argument = named.get(name);
        return argument == null ? null : argument.value(rendering);
    }

    String text(int place) {
        return Values.text(value(place));
    }

    String text(int place, String otherwise) {
        return place < places.size() ? text(place) : otherwise;
    }

    /** A whole number that fits; what is larger counts as the largest. */
    int whole(int place, int otherwise) {
        if (place >= places.size()) {
            return otherwise;
        }
        var number = Values.number(value(place));
        if (number == null) {
            throw FlawException.somewhere("\"" + Shown.of(value(place)) + "\" is no number");
        }
        return number.max(BigDecimal.valueOf(Integer.MIN_VALUE / 2))
                .min(BigDecimal.valueOf(Integer.MAX_VALUE / 2))
                .intValue();
    }
}
