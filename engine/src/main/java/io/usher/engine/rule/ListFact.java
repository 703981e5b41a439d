package io.usher.engine.rule;

import io.usher.engine.rule.KnownFact.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A list that a rule can look into with {@code some}.
 *
 * @param path of the list, for example {@code event.items}
 * @param items what a rule about one element can speak of: {@code item.price}, or {@code item} of a list of plain values
 */
public record ListFact(String path, String label, List<KnownFact> items) {

    private static final String STAR = ".*.";
    private static final String ANY_OF = "Any of ";
    private static final String ANY = "Any ";
    private static final String VALUE = "Value";

    public ListFact {
        items = List.copyOf(items);
    }

    /** The lists that these facts lead into, in their order. */
    public static List<ListFact> of(List<KnownFact> facts) {
        var lists = new LinkedHashMap<String, ListFact>();
        for (var fact : facts) {
            int star = fact.path().indexOf(STAR);
            if (star > 0) {
                var path = fact.path().substring(0, star);
                lists.merge(path, new ListFact(path, listLabel(path, fact), List.of(item(fact, star))), ListFact::with);
            } else if (fact.type() == Type.LIST) {
                var value = new KnownFact(FactPath.ITEM, VALUE, Type.TEXT, fact.example(), List.of());
                lists.merge(fact.path(), new ListFact(fact.path(), fact.label(), List.of(value)), ListFact::with);
            }
        }
        return List.copyOf(lists.values());
    }

    private ListFact with(ListFact more) {
        var all = new ArrayList<>(items);
        all.addAll(more.items);
        return new ListFact(path, label, all);
    }

    private static KnownFact item(KnownFact fact, int star) {
        var path = FactPath.ITEM + fact.path().substring(star + STAR.length() - 1);
        var label = itemLabel(fact.label());
        return new KnownFact(
                path, path.contains(STAR) ? ANY + lower(label) : label, fact.type(), fact.example(), fact.choices());
    }

    /** "Any of items: price" is about items, "Any item's price" too. */
    private static String listLabel(String path, KnownFact fact) {
        var label = fact.label();
        int colon = label.indexOf(':');
        return label.startsWith(ANY_OF) && colon > 0
                ? upper(label.substring(ANY_OF.length(), colon))
                : upper(path.substring(path.lastIndexOf('.') + 1));
    }

    private static String itemLabel(String label) {
        int colon = label.indexOf(": ");
        if (label.startsWith(ANY_OF) && colon > 0) {
            return upper(label.substring(colon + 2));
        }
        int owner = label.indexOf("'s ");
        return label.startsWith(ANY) && owner > 0 ? upper(label.substring(owner + 3)) : label;
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
