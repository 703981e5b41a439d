package io.usher.designer.triggers;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in plain sentences what a start link will do. */
final class ReentryWords {

    private ReentryWords() {}

    /** For example "At most once in every 2 hours per contact." */
    static String of(Component speaker, String event, Map<String, @Nullable Object> reentry) {
        var per = per(speaker, Objects.toString(reentry.get("per"), ""));
        var sentence = switch (Objects.toString(reentry.get("mode"), HowOften.EACH)) {
            case HowOften.EACH -> speaker.getTranslation("triggers.says.each", event);
            case HowOften.ONCE -> speaker.getTranslation("triggers.says.once", event, per);
            default -> speaker.getTranslation("triggers.says.once-in", event, span(speaker, reentry), per);
        };
        var running = Objects.toString(reentry.get("whileRunning"), "start");
        return switch (running) {
            case "skip" -> sentence + " " + speaker.getTranslation("triggers.says.skip");
            case "restart" -> sentence + " " + speaker.getTranslation("triggers.says.restart");
            default -> sentence;
        };
    }

    private static String span(Component speaker, Map<String, @Nullable Object> reentry) {
        var every = reentry.get("every") instanceof Number number ? number.intValue() : 1;
        var unit = Objects.toString(reentry.get("unit"), "hours");
        return speaker.getTranslation("triggers.span." + unit, every);
    }

    private static String per(Component speaker, String per) {
        return switch (per) {
            case "" -> speaker.getTranslation("triggers.per.contact");
            case "key" -> speaker.getTranslation("triggers.per.key");
            default -> speaker.getTranslation("triggers.per.param", per);
        };
    }
}
