package io.usher.designer.canvas;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the canvas says in the browser; {@code words.ts} lists the same names in camel case. */
final class Words {

    static final List<String> NAMES = List.of(
            "blocks",
            "search",
            "none-found",
            "family-flow",
            "family-message",
            "family-audience",
            "family-data",
            "family-time",
            "tools",
            "undo",
            "redo",
            "zoom-in",
            "zoom-out",
            "zoom-actual",
            "fit",
            "tidy",
            "map",
            "help",
            "close",
            "drawing",
            "empty",
            "yes",
            "else",
            "way",
            "happened",
            "timeout",
            "any-of",
            "all-of",
            "some-of",
            "not",
            "true",
            "false",
            "in-segment",
            "not-in-segment",
            "add-after",
            "add-into",
            "connect",
            "duplicate",
            "remove",
            "missing",
            "connecting",
            "connected",
            "added",
            "removed",
            "copied",
            "copy-lost",
            "failed",
            "not-written",
            "not-opened",
            "not-shown",
            "empty-file",
            "too-large",
            "has-dtd",
            "not-well-formed",
            "not-bpmn",
            "bad-encoding",
            "wrong-encoding",
            "two-pools",
            "two-processes",
            "no-process",
            "unreadable",
            "pool-gone",
            "lanes-gone",
            "loose-gone",
            "laid-out",
            "placed",
            "lines-drawn",
            "adopted",
            "start-added",
            "picture",
            "path",
            "path-done",
            "path-now",
            "path-failed",
            "path-held",
            "path-stopped",
            "keys-move",
            "keys-walk",
            "keys-line",
            "keys-form",
            "keys-add",
            "keys-connect",
            "keys-delete",
            "keys-select",
            "keys-copy",
            "keys-duplicate",
            "keys-undo",
            "keys-zoom",
            "keys-actual",
            "keys-fit",
            "keys-cancel",
            "keys-help",
            "op-equal",
            "op-not-equal",
            "op-greater",
            "op-greater-or-equal",
            "op-less",
            "op-less-or-equal",
            "op-contains",
            "op-not-contains",
            "op-starts-with",
            "op-ends-with",
            "op-one-of",
            "op-not-one-of",
            "op-exists",
            "op-missing",
            "op-before",
            "op-after",
            "one-minutes",
            "one-hours",
            "one-days",
            "one-weeks",
            "one-months");

    private Words() {}

    static Map<String, String> of(UnaryOperator<String> text) {
        return NAMES.stream().collect(Collectors.toMap(Words::inBrowser, name -> text.apply("canvas." + name)));
    }

    static String inBrowser(String name) {
        var made = new StringBuilder();
        for (var part : name.split("-")) {
            made.append(made.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return made.toString();
    }
}
