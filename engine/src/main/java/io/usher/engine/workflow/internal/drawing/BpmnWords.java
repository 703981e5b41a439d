package io.usher.engine.workflow.internal.drawing;

import java.util.List;
import java.util.Locale;

/** What people call an element of BPMN. */
final class BpmnWords {

    private static final String DEFINITION = "EventDefinition";

    private BpmnWords() {}

    /** With its article, for example "a timer boundary event" or "an ad hoc subprocess". */
    static String of(String tag, List<String> contents) {
        if (tag.equals("laneSet")) {
            return "a set of lanes";
        }
        var kind = contents.stream()
                .filter(each -> each.endsWith(DEFINITION))
                .map(each -> spaced(each.substring(0, each.length() - DEFINITION.length())) + " ")
                .findFirst()
                .orElse("");
        var words = kind + spaced(tag).replace("sub process", "subprocess");
        boolean vowel = "aeio".indexOf(words.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + words;
    }

    private static String spaced(String tag) {
        return tag.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
