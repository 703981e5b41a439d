package io.usher.engine.message.internal.template;

import io.usher.engine.message.RenderException;
import io.usher.engine.message.internal.template.Budget.ExceededException;

/** Turns what went wrong into a sentence for the person who wrote the template. */
final class Complaints {

    private Complaints() {}

    static RenderException about(Throwable failure, String template) {
        return new RenderException(
                switch (failure) {
                    case FlawException flaw -> flaw.inWords(template);
                    case ExceededException limit -> "The template " + limit.getMessage();
                    case StackOverflowError depth -> "The template works on something that is nested too deeply";
                    default -> "The template cannot be rendered";
                });
    }
}
