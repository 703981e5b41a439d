package io.usher.engine.platform.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in plain words why JSON cannot be read. The parser's own words name its inside and are never shown. */
public final class JsonFailures {

    private JsonFailures() {}

    /** One sentence, with the place where reading ended if it is known. */
    public static String inWords(JacksonException failure) {
        return switch (failure) {
            case StreamConstraintsException limit ->
                "The JSON is nested too deeply or has a too long number, name or text";
            case UnexpectedEndOfInputException early ->
                "This is not JSON: it ends before it is complete" + place(failure);
            default -> "This is not JSON" + place(failure);
        };
    }

    private static String place(JacksonException failure) {
        var location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
