package io.usher.engine.shared;

import io.usher.engine.shared.Reason.Value;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Something a module may say: its topic, its code, unique in the topic, and the names of its arguments. Made only as a constant
 * of a class ({@code static final}), so that a test finds each and asks for its words in all languages: those stand in the
 * module's {@code sentences.properties} under {@code topic.code}.
 */
public record Sentence(String topic, String code, List<String> arguments) {

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String topic, String code, String... arguments) {
        return new Sentence(topic, code, List.of(arguments));
    }

    /** Said with these values, in the order of the arguments. */
    public Reason with(Value... values) {
        if (values.length != arguments.size()) {
            throw new IllegalArgumentException(topic + "." + code + " takes " + arguments);
        }
        var named = new LinkedHashMap<String, Value>();
        for (int i = 0; i < values.length; i++) {
            named.put(arguments.get(i), values[i]);
        }
        return new Reason(topic, code, named);
    }

    /** Whether the reason says this, whatever its arguments. */
    public boolean isSaidBy(Reason reason) {
        return reason.topic().equals(topic) && reason.code().equals(code);
    }
}
