package io.usher.engine.workflow.internal;

import io.usher.engine.message.TemplatePath;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFact.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pieces of Liquid that a person can insert, made from facts, each of which renders; of a list of objects its first. */
public final class TemplateMenu {

    private static final List<String> GROUPS = List.of("event", "contact", "order", "consent");
    private static final String ANY = "Any ";

    private static final List<Insert> READY = List.of(
            new Insert(
                    "{{ contact.firstName | default: \"guest\" }}", "First name, or \"guest\" when unknown", "contact"),
            new Insert("{{ order.totalCost | money }}", "Order total with its currency", "order"),
            new Insert(
                    "{% for item in order.items %}{{ item.quantity }} x {{ item.name }}{% endfor %}",
                    "Each item with its quantity", "order"));

    private TemplateMenu() {}

    /** What to insert, and what it stands for. */
    public record Insert(String insert, String label, String group) {}

    /** By group, first what is ready made. */
    public static List<Insert> of(List<KnownFact> facts) {
        var inserts = new ArrayList<Insert>();
        for (var group : GROUPS) {
            READY.stream().filter(ready -> ready.group().equals(group)).forEach(inserts::add);
            facts.stream()
                    .filter(fact -> fact.group().equals(group))
                    .map(TemplateMenu::insert)
                    .flatMap(Optional::stream)
                    .forEach(inserts::add);
        }
        return inserts;
    }

    private static Optional<Insert> insert(KnownFact fact) {
        var label = fact.label().startsWith(ANY) ? "First " + fact.label().substring(ANY.length()) : fact.label();
        var all = fact.type() == Type.LIST ? " | join: \", \"" : "";
        return TemplatePath.of(fact.names()).map(path -> new Insert("{{ " + path + all + " }}", label, fact.group()));
    }
}
