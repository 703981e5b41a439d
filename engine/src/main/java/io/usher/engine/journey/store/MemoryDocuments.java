package io.usher.engine.journey.store;

import static com.mongodb.client.model.Updates.set;

import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.MemoryValue;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;

/**
 * {@code memory}: name to value, each type as its own of BSON. The order stands in {@code orderId} beside it as well, where
 * journeys of before memory have it and engines of that version read and write it: it is the later word of the two (ADR 32).
 */
final class MemoryDocuments {

    private static final String MEMORY = "memory";
    private static final String FORMER_ORDER = "orderId";

    private MemoryDocuments() {}

    /** Nothing for an empty one: no journey forgets. */
    static List<Bson> changes(JourneyMemory memory) {
        if (memory.values().isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<Bson>();
        var values = new Document();
        memory.values().forEach((name, value) -> values.append(name, stored(value)));
        changes.add(set(MEMORY, values));
        memory.order().ifPresent(order -> changes.add(set(FORMER_ORDER, order)));
        return changes;
    }

    static JourneyMemory memory(Document journey) {
        Map<String, MemoryValue> values = new LinkedHashMap<>();
        var stored = Fields.part(journey, MEMORY);
        if (stored != null) {
            stored.forEach((name, value) -> values.put(name, value(name, value)));
        }
        var order = journey.getString(FORMER_ORDER);
        if (order != null) {
            values.put(JourneyMemory.ORDER, new MemoryValue.Text(order));
        }
        return values.isEmpty() ? JourneyMemory.EMPTY : new JourneyMemory(values);
    }

    private static Object stored(MemoryValue value) {
        return switch (value) {
            case MemoryValue.Text(var text) -> text;
            case MemoryValue.Decimal(var number) -> new Decimal128(number);
            case MemoryValue.YesNo(var yes) -> yes;
            case MemoryValue.Moment(var at) -> Date.from(at);
            case MemoryValue.IdList(var ids) -> ids;
        };
    }

    private static MemoryValue value(String name, Object stored) {
        return switch (stored) {
            case String text -> new MemoryValue.Text(text);
            case Decimal128 number -> new MemoryValue.Decimal(number.bigDecimalValue());
            case Boolean yes -> new MemoryValue.YesNo(yes);
            case Date at -> new MemoryValue.Moment(at.toInstant());
            case List<?> ids ->
                new MemoryValue.IdList(ids.stream().map(Object::toString).toList());
            default ->
                throw new IllegalStateException("The memory of a journey has a " + stored.getClass() + ": " + name);
        };
    }
}
