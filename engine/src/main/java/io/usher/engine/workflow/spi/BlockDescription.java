package io.usher.engine.workflow.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a block: enough for the designer to draw, describe, configure and check it.
 *
 * @param key {@code usher.block} in the drawing, for example {@code send-message}
 * @param summary one line from the settings, with field names in braces: {@code "{amount} {unit}"}
 * @param family colour and place in the palette: {@code flow}, {@code data}, {@code audience}, {@code message}, {@code time}
 * @param taskType {@code zeebe:taskDefinition} type of a service task, for example {@code usher.send}; else null
 * @param ways what the flows that leave it carry
 */
public record BlockDescription(
        String key,
        String title,
        String help,
        String summary,
        String family,
        String icon,
        Drawn drawn,
        @Nullable String taskType,
        Ways ways,
        List<Field> fields) {

    public BlockDescription {
        fields = List.copyOf(fields);
    }

    /** The BPMN element. */
    public enum Drawn {
        START_EVENT,
        SERVICE_TASK,
        TIMER,
        EXCLUSIVE_GATEWAY,
        END_EVENT
    }

    /** What ways out there are: none, exactly one, by rules with an else, by shares of 100 percent. */
    public enum Ways {
        NONE,
        ONE,
        RULES,
        SHARES
    }

    /**
     * One setting.
     *
     * @param defaultValue what the designer fills in; a required setting must stand in the drawing all the same
     * @param options of a {@link Kind#CHOICE}: value to label, in order
     * @param min smallest number, or fewest characters
     * @param max largest number, or most characters
     * @param shownWhen other fields' values that must hold for this one to be shown and required; empty: always
     */
    public record Field(
            String name,
            String label,
            String help,
            Kind kind,
            boolean required,
            @Nullable Object defaultValue,
            Map<String, String> options,
            @Nullable Long min,
            @Nullable Long max,
            Map<String, String> shownWhen) {

        public Field {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
            shownWhen = Map.copyOf(shownWhen);
        }

        /** A required setting without limits, options or default. */
        public static Field of(String name, String label, String help, Kind kind) {
            return new Field(name, label, help, kind, true, null, Map.of(), null, null, Map.of());
        }

        /** A required whole number. */
        public static Field number(String name, String label, String help, long min, long max) {
            return of(name, label, help, Kind.NUMBER).within(min, max);
        }

        /** A required choice; value, label, value, label ... in order. */
        public static Field choice(String name, String label, String help, String... valuesAndLabels) {
            var options = new LinkedHashMap<String, String>();
            for (int i = 0; i < valuesAndLabels.length; i += 2) {
                options.put(valuesAndLabels[i], valuesAndLabels[i + 1]);
            }
            return new Field(name, label, help, Kind.CHOICE, true, null, options, null, null, Map.of());
        }

        public Field optional() {
            return new Field(name, label, help, kind, false, defaultValue, options, min, max, shownWhen);
        }

        public Field within(long least, long most) {
            return new Field(name, label, help, kind, required, defaultValue, options, least, most, shownWhen);
        }

        public Field byDefault(Object value) {
            return new Field(name, label, help, kind, required, value, options, min, max, shownWhen);
        }

        /** Shown (and required) only while the other field has this value. */
        public Field when(String other, String value) {
            var conditions = new LinkedHashMap<>(shownWhen);
            conditions.put(other, value);
            return new Field(name, label, help, kind, required, defaultValue, options, min, max, conditions);
        }
    }

    /** How a setting is entered and checked. */
    public enum Kind {
        TEXT,
        TEMPLATE,
        HTML_TEMPLATE,
        NUMBER,
        CHOICE,
        FLAG,
        SEGMENT,
        EVENT_TYPE,
        PARAM
    }
}
