package io.usher.engine.platform.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A sentence with places for its arguments, in the part of ICU's message syntax that the texts need: <code>{name}</code>,
 * <code>{name, plural, =0 {no tickets} one {one ticket} other {# tickets}}</code> and
 * <code>{name, select, sms {a text} other {a message}}</code>, one inside the other; and some
 * styles of its own, {@link Style}. An apostrophe is an apostrophe.
 */
record Pattern(List<Part> parts) {

    /** A piece of a sentence. */
    sealed interface Part {}

    /** Stands as it is. */
    record Literal(String text) implements Part {}

    /** The value of an argument; {@code #} is that of the plural around it. */
    record Place(String name, Style style) implements Part {}

    /** How a value is shown, beyond its kind. */
    enum Style {
        PLAIN,
        /** {@code {name, list}}: several ones by commas, not by "and". */
        LIST,
        /** {@code {name, clauses}}: several ones by semicolons. */
        CLAUSES,
        /** {@code {name, sentences}}: several ones as sentences, a full stop between them where none is. */
        SENTENCES,
        /** {@code {name, exact}}: a time with its seconds. */
        EXACT
    }

    /**
     * One of several, by the value of an argument.
     *
     * @param plural by number and the language's rule, else by the value's text
     */
    record Choice(String name, boolean plural, Map<String, Pattern> cases) implements Part {}

    static final String OTHER = "other";

    /** Refuses what is not written by the rules above; a test reads all texts. */
    static Pattern of(String text) {
        return new PatternReader(text).read();
    }

    /** Names of all arguments, also those of cases that are seldom taken. */
    Set<String> arguments() {
        return parts.stream()
                .flatMap(part -> switch (part) {
                    case Literal literal -> Set.<String>of().stream();
                    case Place place -> Set.of(place.name()).stream();
                    case Choice choice -> {
                        var names = new TreeSet<>(Set.of(choice.name()));
                        choice.cases().values().forEach(each -> names.addAll(each.arguments()));
                        yield names.stream();
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
