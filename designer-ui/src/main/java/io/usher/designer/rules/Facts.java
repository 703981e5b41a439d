package io.usher.designer.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules and templates can speak of, as the engine tells it for one workflow or one event type. */
public record Facts(List<Fact> facts, List<ListOf> lists, List<Operator> operators, List<Template> templates) {

    private static final Facts NONE = new Facts(List.of(), List.of(), List.of());

    @JsonCreator
    public Facts(
            @Nullable List<Fact> facts,
            @Nullable List<ListOf> lists,
            @Nullable List<Operator> operators,
            @Nullable List<Template> templates) {
        this.lists = List.copyOf(Objects.requireNonNullElse(lists, List.of()));
        this.facts = List.copyOf(Objects.requireNonNullElse(facts, List.of()));
        this.operators = List.copyOf(Objects.requireNonNullElse(operators, List.of()));
        this.templates = List.copyOf(Objects.requireNonNullElse(templates, List.of()));
    }

    /** Facts without lists. */
    public Facts(List<Fact> facts, List<Operator> operators, List<Template> templates) {
        this(facts, List.of(), operators, templates);
    }

    /** Nothing known yet; facts may still be typed. */
    public static Facts none() {
        return NONE;
    }

    /** The fact at this path. */
    public Optional<Fact> fact(String path) {
        return facts.stream().filter(known -> known.path().equals(path)).findFirst();
    }

    /** The list at this path. */
    public Optional<ListOf> list(String path) {
        return lists.stream().filter(known -> known.path().equals(path)).findFirst();
    }

    /** What a rule about one element of this list can speak of: the element first, then all that is single. */
    Facts inside(String list) {
        var inside = new ArrayList<>(list(list).map(ListOf::facts).orElse(List.of()));
        facts.stream().filter(fact -> !fact.path().contains("*")).forEach(inside::add);
        return new Facts(inside, List.of(), operators, templates);
    }

    /** The operator that is spelled so. */
    public Optional<Operator> operator(String key) {
        return operators.stream().filter(known -> known.key().equals(key)).findFirst();
    }

    /**
     * One thing a rule can look at.
     *
     * @param path such as {@code event.city}
     * @param group event, contact, order, segment or consent
     * @param type text, number, time, flag or list
     * @param choices the values there are, when they are few; else empty
     */
    public record Fact(
            @JsonProperty("fact") String path,
            String label,
            String group,
            String type,
            @Nullable Object example,
            List<String> choices) {

        @JsonCreator
        public Fact(
                @JsonProperty("fact") String path,
                String label,
                String group,
                String type,
                @Nullable Object example,
                @Nullable List<String> choices) {
            this.path = path;
            this.label = label;
            this.group = group;
            this.type = type;
            this.example = example;
            this.choices = List.copyOf(Objects.requireNonNullElse(choices, List.of()));
        }

        /** A fact whose values are not known. */
        public Fact(String path, String label, String group, String type, @Nullable Object example) {
            this(path, label, group, type, example, List.of());
        }
    }

    /**
     * A list that a rule can look into.
     *
     * @param path such as {@code event.items}
     * @param facts of one element: {@code item.price}
     */
    public record ListOf(@JsonProperty("list") String path, String label, List<Fact> facts) {

        public ListOf {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A comparison.
     *
     * @param types of the facts it suits
     * @param value one, list or none: what stands behind it
     */
    public record Operator(String key, String label, List<String> types, String value) {}

    /** A piece of Liquid, with what it stands for. */
    public record Template(String insert, String label, String group) {}
}
