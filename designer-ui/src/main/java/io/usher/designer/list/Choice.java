package io.usher.designer.list;

import java.util.List;
import java.util.stream.Collectors;

/** Something to choose in a filter: what the engine calls it, and what people do. */
public record Choice(String value, String label) {

    /** The same, told apart: those that people call alike have the engine's word beside the name. */
    public static List<Choice> told(List<Choice> choices) {
        var alike = choices.stream().collect(Collectors.groupingBy(Choice::label, Collectors.counting()));
        return choices.stream()
                .map(choice -> alike.getOrDefault(choice.label(), 0L) > 1
                        ? new Choice(choice.value(), choice.label() + " (" + choice.value() + ")")
                        : choice)
                .toList();
    }
}
