package io.usher.engine.message.internal.template;

import io.usher.engine.message.RenderException;
import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.util.regex.Pattern;
import liqp.exceptions.ExceededMaxIterationsException;
import liqp.exceptions.LiquidException;

/** Turns what went wrong in the library into a sentence for the person who wrote the template. */
final class Complaints {

    private static final Pattern ON_LINE = Pattern.compile("^error on line (\\d+), index \\d+: (.*)$", Pattern.DOTALL);
    private static final Pattern SYNTAX =
            Pattern.compile("^(?:lexer|parser) error \"(.*)\" on line \\d+, index \\d+$", Pattern.DOTALL);
    private static final Pattern UNREADABLE = Pattern.compile(
            "^(?:no viable alternative at input|(?:mismatched|extraneous) input|token recognition error at:) '(.*?)'"
                    + "(?: expecting .*)?$",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("^missing '?(.*?)'? at '(.*)'$", Pattern.DOTALL);
    private static final Pattern NO_FILTER = Pattern.compile("^no filter available named: \\|?(.*)$", Pattern.DOTALL);
    private static final String END = "<EOF>";
    private static final int MAX_LENGTH = 300;

    private Complaints() {}

    static RenderException about(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ExceededException limit -> {
                    return new RenderException("The template " + limit.getMessage());
                }
                case ExceededMaxIterationsException loops -> {
                    return new RenderException("The template loops more than " + Limits.ITERATIONS + " times");
                }
                case StackOverflowError depth -> {
                    return new RenderException("The template is nested too deeply");
                }
                case LiquidException syntax -> {
                    return new RenderException("Line " + syntax.line + ": " + sentence(syntax));
                }
                default -> {}
            }
        }
        return new RenderException(worded(failure));
    }

    private static String worded(Throwable failure) {
        var onLine = ON_LINE.matcher(String.valueOf(failure.getMessage()));
        return onLine.matches()
                ? "Line " + onLine.group(1) + ": " + plain(onLine.group(2))
                : "The template cannot be rendered: " + shortened(String.valueOf(failure.getMessage()));
    }

    /** The library's message draws a picture of the line; its last line says what was expected. */
    private static String sentence(LiquidException syntax) {
        var message = String.valueOf(syntax.getMessage()).strip();
        var plain = SYNTAX.matcher(message);
        var text = plain.matches() ? plain.group(1) : message;
        return plain(text.lines().reduce((first, second) -> second).orElse("cannot be read"));
    }

    /** The words of a parser are for those who write parsers. */
    private static String plain(String text) {
        if (text.equals("/ by zero")) {
            return "it divides by zero";
        }
        var noFilter = NO_FILTER.matcher(text);
        if (noFilter.matches()) {
            return shortened("there is no filter " + noFilter.group(1));
        }
        var missing = MISSING.matcher(text);
        if (missing.matches()) {
            return shortened(missing.group(1) + " is missing" + before(missing.group(2)));
        }
        var unreadable = UNREADABLE.matcher(text);
        if (!unreadable.matches()) {
            return shortened(text);
        }
        return unreadable.group(1).equals(END)
                ? "something that was opened is not closed"
                : "it cannot be read at \"" + shortened(unreadable.group(1)) + "\"";
    }

    private static String before(String what) {
        return what.equals(END) ? " at the end" : " before \"" + what + "\"";
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }
}
