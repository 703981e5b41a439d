package io.usher.engine.workflow.spi;

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
            Map<String, String> shownWhen) {}

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
