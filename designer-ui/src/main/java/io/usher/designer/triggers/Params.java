package io.usher.designer.triggers;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Texts;
import io.usher.designer.rules.Facts;
import io.usher.designer.rules.Facts.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field for a param of an event: one that was seen or declared, or any path a person types. */
class Params extends ComboBox<Choice> {

    /** As the engine spells the key of an event among its params. */
    static final String KEY = "key";

    private static final String EVENT = "event.";

    private final List<Choice> always;
    private final Map<String, String> hints = new LinkedHashMap<>();
    private List<Choice> offered = List.of();
    private boolean offering;

    /** @param always what can be chosen besides params */
    Params(String label, List<Choice> always) {
        super(label);
        this.always = always;
        setItemLabelGenerator(Choice::label);
        setRenderer(new ComponentRenderer<>(this::line));
        setItems(always);
        setOverlayWidth("22rem");
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> path(withoutRoot(typed.getDetail().strip())));
    }

    /** The params that events with these facts have, each once; what names many values at once can be no such param. */
    static Map<String, Fact> of(Facts facts) {
        var params = new LinkedHashMap<String, Fact>();
        for (var fact : facts.facts()) {
            if (fact.path().startsWith(EVENT) && !fact.path().contains("*") && !"list".equals(fact.type())) {
                params.putIfAbsent(withoutRoot(fact.path()), fact);
            }
        }
        return params;
    }

    /** Offers the params of these events. */
    void offer(Facts facts) {
        offer(of(facts), List.of());
    }

    /** Offers these params; those that all the other events have as well come first. */
    void offer(Map<String, Fact> params, List<Map<String, Fact>> others) {
        var shared = new ArrayList<Choice>();
        var own = new ArrayList<Choice>();
        var said = new LinkedHashMap<String, String>();
        params.forEach((path, fact) -> {
            if (always.stream().noneMatch(choice -> choice.value().equals(path))) {
                var everywhere = !others.isEmpty() && others.stream().allMatch(other -> other.containsKey(path));
                (everywhere ? shared : own).add(new Choice(path, path));
                said.put(path, hint(fact, everywhere));
            }
        });
        var now = Stream.of(always, shared, own).flatMap(List::stream).toList();
        if (now.equals(offered) && said.equals(hints)) {
            return;
        }
        offered = now;
        hints.clear();
        hints.putAll(said);
        var chosen = path();
        offering = true;
        setItems(now);
        path(chosen);
        offering = false;
    }

    /** Told when another path is chosen. */
    void whenChosen(Runnable told) {
        addValueChangeListener(change -> {
            if (!offering) {
                setInvalid(false);
                told.run();
            }
        });
    }

    /** The path, empty when none is chosen. */
    String path() {
        var chosen = getValue();
        return chosen == null ? "" : chosen.value();
    }

    void path(String path) {
        var items = new ArrayList<>(getListDataView().getItems().toList());
        var found = items.stream().filter(item -> item.value().equals(path)).findFirst();
        if (found.isEmpty() && !path.isEmpty()) {
            var own = new Choice(path, path);
            items.add(own);
            setItems(items);
            setValue(own);
        } else if (!Objects.equals(getValue(), found.orElse(null))) {
            setValue(found.orElse(null));
        }
    }

    private String hint(Fact fact, boolean everywhere) {
        var example = example(fact.example());
        return everywhere
                ? example.isEmpty()
                        ? getTranslation("triggers.match.both")
                        : getTranslation("triggers.match.both-such-as", example)
                : example.isEmpty() ? "" : getTranslation("triggers.match.such-as", example);
    }

    private static String example(@Nullable Object example) {
        return Objects.toString(example, "");
    }

    private Span line(Choice choice) {
        var line = new Span(Texts.text(choice.label()));
        line.addClassName("us-type-line");
        var hint = hints.getOrDefault(choice.value(), "");
        if (!hint.isEmpty()) {
            var more = new Span(Texts.soft(hint));
            more.addClassName("us-type-line-more");
            line.add(more);
        }
        return line;
    }

    private static String withoutRoot(String path) {
        return path.startsWith(EVENT) ? path.substring(EVENT.length()) : path;
    }
}
