package io.usher.engine.contact.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of a CSV file (RFC 4180) that a spreadsheet opens without running anything: what it would take for a formula gets an
 * apostrophe in front. Numbers, those of phones too, are no formulas.
 */
final class Csv {

    /** Tells spreadsheets that the file is UTF-8. */
    static final String BEGINNING = "\uFEFF";

    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.,]*");
    private static final Pattern QUOTED = Pattern.compile(".*[\",;\\t\\r\\n].*", Pattern.DOTALL);

    private Csv() {}

    static String line(List<String> values) {
        return values.stream().map(Csv::value).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String value(String text) {
        var harmless = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(harmless).matches() || !harmless.equals(harmless.strip())
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
