package io.usher.designer.rules;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.usher.designer.rules.Facts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses a fact by its name, grouped by what it belongs to; one that nobody knows yet may be typed. */
final class FactField extends ComboBox<Fact> {

    private static final Pattern PATH =
            Pattern.compile("(event|start|contact|order|segment|consent|message)\\.\\S(.*\\S)?");
    private static final Pattern ITEM_PATH = Pattern.compile("item(\\.\\S(.*\\S)?)?");
    private static final Pattern WORD = Pattern.compile("[\\w*-]+(\\.[\\w*-]+)*");
    private static final List<String> GROUPS =
            List.of("item", "event", "start", "contact", "order", "segment", "consent");

    private final String root;
    private List<Fact> known = List.of();
    private boolean quiet;
    private Runnable chosen = () -> {};

    /** {@code root}: what a name that is typed alone belongs to. */
    FactField(String root) {
        this.root = root;
        setAriaLabel(getTranslation("rules.fact"));
        setPlaceholder(getTranslation("rules.fact.choose"));
        setAllowCustomValue(true);
        setItemLabelGenerator(this::label);
        setRenderer(LitRenderer.<Fact>of(
                        "<div class='us-fact'><span>${item.label}</span><small>${item.example}</small></div>")
                .withProperty("label", this::label)
                .withProperty("example", fact -> shortened(RuleValue.written(fact.example()))));
        getStyle().set("--vaadin-combo-box-overlay-width", "22rem");
        addValueChangeListener(change -> {
            if (!quiet) {
                setInvalid(false);
                chosen.run();
            }
        });
        addCustomValueSetListener(typed -> type(typed.getDetail()));
    }

    void onChosen(Runnable told) {
        chosen = told;
    }

    void facts(Facts facts) {
        var path = path();
        known = sorted(facts.facts());
        path(path);
    }

    @Nullable
    String path() {
        return Optional.ofNullable(getValue()).map(Fact::path).orElse(null);
    }

    void path(@Nullable String path) {
        quiet = true;
        var items = new ArrayList<>(known);
        var value = path == null ? null : among(path);
        if (value != null && !known.contains(value)) {
            items.addFirst(value);
        }
        setItems(items);
        setValue(value);
        quiet = false;
    }

    /** The type of the chosen fact; empty when it is not known. */
    String type() {
        return Optional.ofNullable(getValue()).map(Fact::type).orElse("");
    }

    private void type(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return;
        }
        var path = isPath(text, root) ? text : root + "." + text;
        if (!isPath(text, root) && !WORD.matcher(text).matches()) {
            setErrorMessage(getTranslation("rules.fact.unreadable"));
            setInvalid(true);
            return;
        }
        setInvalid(false);
        path(path);
        chosen.run();
    }

    /** Whether it is a path, where {@code item} is only one inside a rule about an element. */
    static boolean isPath(String text, String root) {
        return PATH.matcher(text).matches()
                || (root.equals(RuleScope.ITEM) && ITEM_PATH.matcher(text).matches());
    }

    private Fact among(String path) {
        return known.stream()
                .filter(fact -> fact.path().equals(path))
                .findFirst()
                .orElseGet(() -> new Fact(path, path, "", "", null));
    }

    private static List<Fact> sorted(List<Fact> facts) {
        var sorted = new ArrayList<Fact>();
        GROUPS.forEach(group ->
                facts.stream().filter(fact -> fact.group().equals(group)).forEach(sorted::add));
        facts.stream().filter(fact -> !GROUPS.contains(fact.group())).forEach(sorted::add);
        return sorted;
    }

    /** The group before it, where the label does not begin with it anyway: "Contact: First name", but "Order total". */
    private String label(Fact fact) {
        var label = Objects.toString(fact.label(), fact.path());
        if (!GROUPS.contains(fact.group())) {
            return label;
        }
        var group = getTranslation("rules.group." + fact.group());
        return label.toLowerCase(getLocale()).startsWith(group.toLowerCase(getLocale()) + " ")
                ? label
                : group + ": " + label;
    }

    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 24) + "…";
    }
}
