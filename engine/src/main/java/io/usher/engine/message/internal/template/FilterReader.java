package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Expression.Filtered;
import io.usher.engine.message.internal.template.Expression.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a value with its filters, and refuses what a filter does not know: nothing that was written is ignored. */
final class FilterReader {

    private static final int MOST = 100;

    private FilterReader() {}

    /** {@code value | filter: argument, name: argument | ...} to the end of the tag. */
    static Expression value(Words words) {
        return withFilters(ExpressionReader.value(words), words);
    }

    /** The same, but the value may be a condition, as behind {@code assign}. */
    static Expression assigned(Words words) {
        return withFilters(ExpressionReader.joined(words), words);
    }

    private static Expression withFilters(Expression first, Words words) {
        var value = first;
        for (int count = 0; words.takeIf("|"); count++) {
            if (count == MOST) {
                throw FlawException.at(words.peek().at(), "it has more than " + MOST + " filters in a row");
            }
            value = filtered(value, words);
        }
        words.end();
        return value;
    }

    private static Expression filtered(Expression input, Words words) {
        var name = words.name("the name of a filter");
        var filter = Filters.named(name.text());
        if (filter == null) {
            throw FlawException.at(name.at(), "there is no filter " + name.text());
        }
        var places = new ArrayList<Expression>();
        var named = new LinkedHashMap<String, Expression>();
        if (words.takeIf(":")) {
            do {
                argument(filter, words, places, named);
            } while (words.takeIf(","));
        }
        if (places.size() < filter.least()) {
            throw FlawException.at(name.at(), filter.name() + " needs " + inWords(filter.least()));
        }
        return new Filtered(input, filter, List.copyOf(places), Map.copyOf(named), name.at());
    }

    private static void argument(Filter filter, Words words, List<Expression> places, Map<String, Expression> named) {
        var word = words.peek();
        if (word.kind() == Token.Kind.NAME && words.isFollowedBy(":")) {
            words.take();
            words.take();
            if (!filter.names().contains(word.text())) {
                throw FlawException.at(word.at(), filter.name() + " has no argument named \"" + word.text() + "\"");
            }
            named.put(word.text(), ExpressionReader.value(words));
            return;
        }
        var argument = ExpressionReader.value(words);
        if (places.size() == filter.most()) {
            throw FlawException.at(
                    word.at(),
                    filter.name() + " takes "
                            + (filter.most() == 0 ? "no argument" : "at most " + inWords(filter.most()))
                            + "; \"" + Words.shown(word) + "\" is too much");
        }
        if (argument instanceof Literal literal) {
            looked(filter, places.size(), literal, word.at());
        }
        places.add(argument);
    }

    private static void looked(Filter filter, int place, Literal literal, int at) {
        try {
            filter.look().at(place, literal.value());
        } catch (FlawException e) {
            throw e.placedAt(at);
        }
    }

    private static String inWords(int count) {
        var number = count == 1 ? "one" : count == 2 ? "two" : String.valueOf(count);
        return number + (count == 1 ? " argument" : " arguments");
    }
}
