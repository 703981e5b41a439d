package io.usher.engine.order.internal;

import java.util.List;
import java.util.stream.Stream;

/** The statuses of an order; where dates are equal the one further along is the later one. */
enum Status {
    ABANDONED_SHOPPING_CART(0),
    INITIALIZED(0),
    IN_PROGRESS(1),
    DELIVERED(2),
    CANCELLED(2);

    /** Their names, in the order in which they are shown. */
    static final List<String> NAMES =
            List.of("INITIALIZED", "IN_PROGRESS", "DELIVERED", "CANCELLED", "ABANDONED_SHOPPING_CART");

    private final int along;

    Status(int along) {
        this.along = along;
    }

    /** The statuses that an order may have had until then when this one comes with the same date. */
    static List<String> beforeOrBeside(String name) {
        int along = valueOf(name).along;
        return Stream.of(values())
                .filter(each -> each.along <= along)
                .map(Status::name)
                .toList();
    }
}
