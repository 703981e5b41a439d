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
                ? "Line " + onLine.group(1) + ": " + shortened(onLine.group(2))
                : "The template cannot be rendered: " + shortened(String.valueOf(failure.getMessage()));
    }

    /** The library's message draws a picture of the line; its last line says what was expected. */
    private static String sentence(LiquidException syntax) {
        var message = String.valueOf(syntax.getMessage()).strip();
        var plain = SYNTAX.matcher(message);
        var text = plain.matches() ? plain.group(1) : message;
        return shortened(text.lines().reduce((first, second) -> second).orElse("cannot be read"));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }
}
