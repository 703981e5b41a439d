package io.usher.engine.bench;

import java.util.Arrays;

/** What the command line asks for; refuses with a sentence what it does not understand. */
record Arguments(String name, boolean quick, boolean profile) {

    static Arguments of(String... words) {
        var options = Arrays.stream(words).filter(word -> word.startsWith("-")).toList();
        var names = Arrays.stream(words).filter(word -> !word.startsWith("-")).toList();
        for (var option : options) {
            if (!option.equals("--quick") && !option.equals("--profile")) {
                throw new IllegalArgumentException("bench takes no '" + option + "', only --quick and --profile");
            }
        }
        if (names.size() != 1 || !Benches.NAMES.contains(names.getFirst())) {
            throw new IllegalArgumentException("bench takes one of " + String.join(", ", Benches.NAMES)
                    + (names.isEmpty() ? "" : ", not '" + String.join(" ", names) + "'"));
        }
        return new Arguments(names.getFirst(), options.contains("--quick"), options.contains("--profile"));
    }
}
