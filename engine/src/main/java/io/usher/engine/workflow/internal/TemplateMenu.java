package io.usher.engine.workflow.internal;

import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFact.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Pieces of Liquid that a person can insert, made from facts; of a list its first element. */
public final class TemplateMenu {

    private static final Set<String> GROUPS = Set.of("event", "contact", "order");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(\\.([A-Za-z_][A-Za-z0-9_-]*|\\*))*");
    private static final String ANY = "Any ";

    private TemplateMenu() {}

    /** What to insert, and what it stands for. */
    public record Insert(String insert, String label, String group) {}

    public static List<Insert> of(List<KnownFact> facts) {
        var inserts = new ArrayList<Insert>();
        inserts.add(new Insert(
                "{{ contact.firstName | default: \"guest\" }}", "First name, or \"guest\" when unknown", "contact"));
        facts.stream()
                .filter(fact -> GROUPS.contains(fact.group()) && fact.type() != Type.LIST)
                .filter(fact -> PLAIN.matcher(fact.path()).matches())
                .map(TemplateMenu::insert)
                .forEach(inserts::add);
        inserts.add(new Insert(
                "{% for item in order.items %}{{ item.quantity }} x {{ item.name }}{% endfor %}",
                "Each item with its quantity", "order"));
        return inserts;
    }

    private static Insert insert(KnownFact fact) {
        var label = fact.label().startsWith(ANY) ? "First " + fact.label().substring(ANY.length()) : fact.label();
        return new Insert("{{ " + fact.path().replace(".*", "[0]") + " }}", label, fact.group());
    }
}
