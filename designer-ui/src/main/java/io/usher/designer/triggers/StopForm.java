package io.usher.designer.triggers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Refusals;
import io.usher.designer.look.Icon;
import io.usher.designer.rules.Facts;
import io.usher.designer.rules.Facts.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event type that stops journeys: all of the contact's in this workflow, or those about the same thing. */
class StopForm extends LinkForm {

    private static final String ALL = "all";
    private static final String SAME = "same";

    private final Div pairs = new Div();
    private final List<Pair> shown = new ArrayList<>();
    private final RadioButtonGroup<String> whom = new RadioButtonGroup<>(getTranslation("triggers.whom"));
    private final Div matching = new Div(pairs);
    private List<Map<String, Fact>> starts = List.of();
    private Map<String, Fact> stops = Map.of();

    private record Pair(Params start, Params stop, Map<String, @Nullable Object> from) {

        boolean isFilled() {
            return !start.path().isEmpty() && !stop.path().isEmpty();
        }

        Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<>(from);
            json.put("start", start.path());
            json.put("stop", stop.path());
            return json;
        }
    }

    StopForm(Workbench bench, Link from, String label, Runnable remove) {
        super(bench, from, label);
        whom.setItems(ALL, SAME);
        whom.setItemLabelGenerator(choice -> getTranslation("triggers.whom." + choice));
        whom.addClassName("us-whom");
        var add = new Button(getTranslation("triggers.match.add"), click -> add(Map.of()));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        matching.add(add);
        matching.addClassName("us-matching");
        from.match().forEach(this::add);
        whom.setValue(shown.isEmpty() ? ALL : SAME);
        matching.setVisible(!shown.isEmpty());
        whom.addValueChangeListener(change -> {
            if (same() && shown.isEmpty()) {
                add(keysOf(change.isFromClient()));
            }
            matching.setVisible(same());
            tell();
        });
        assemble(remove, List.of(whom, matching), List.of());
        if (from.filter() != null) {
            unfold();
        }
    }

    @Override
    Link write(Link link) {
        return link.with("match", same() ? shown.stream().map(Pair::json).toList() : List.of());
    }

    @Override
    String sentence(String event) {
        if (!same()) {
            return getTranslation("triggers.says.stop", event);
        }
        var what = shown.stream()
                .filter(Pair::isFilled)
                .map(this::sentence)
                .collect(Collectors.joining(" " + getTranslation("and") + " "));
        return what.isEmpty()
                ? getTranslation("triggers.says.stop", event)
                : getTranslation("triggers.says.stop-same", event, what);
    }

    private String sentence(Pair pair) {
        var stop = pair.stop().path();
        var start = pair.start().path();
        if (stop.equals(start)) {
            return Params.KEY.equals(stop)
                    ? getTranslation("triggers.says.same-key")
                    : getTranslation("triggers.says.same", stop);
        }
        return getTranslation("triggers.says.equal", said(stop), said(start));
    }

    private String said(String path) {
        return Params.KEY.equals(path) ? getTranslation("triggers.says.key") : path;
    }

    @Override
    void learnt(Facts about) {
        stops = Params.of(about);
        shown.forEach(this::offer);
    }

    /** What the events that start the workflow carry, each type's of its own. */
    void startsWith(List<Facts> facts) {
        starts = facts.stream().map(Params::of).toList();
        shown.forEach(this::offer);
    }

    /** Of either side first what both have, for that is what can be the same. */
    private void offer(Pair pair) {
        var anyStart = new LinkedHashMap<String, Fact>();
        starts.forEach(params -> params.forEach(anyStart::putIfAbsent));
        var all = new ArrayList<>(starts);
        all.add(stops);
        pair.stop().offer(stops, starts);
        pair.start().offer(anyStart, starts.isEmpty() ? List.of() : all);
    }

    /** The key of both events is what a person nearly always means, where both have one. */
    private Map<String, @Nullable Object> keysOf(boolean byPerson) {
        var both = !starts.isEmpty()
                && stops.containsKey(Params.KEY)
                && starts.stream().allMatch(params -> params.containsKey(Params.KEY));
        return both && byPerson ? Map.of("stop", Params.KEY, "start", Params.KEY) : Map.of();
    }

    @Override
    boolean check() {
        if (!super.check()) {
            return false;
        }
        for (var pair : same() ? shown : List.<Pair>of()) {
            for (var field : List.of(pair.stop(), pair.start())) {
                if (field.path().isEmpty()) {
                    Refusals.refuse(field, getTranslation("triggers.match.missing"));
                    field.focus();
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    void place(Refusals refusals, String at) {
        super.place(refusals, at);
        for (int i = 0; i < shown.size(); i++) {
            var match = at + ".match[" + i + "]";
            refusals.at(match + ".start", shown.get(i).start())
                    .at(match + ".stop", shown.get(i).stop());
        }
    }

    private boolean same() {
        return SAME.equals(whom.getValue());
    }

    private void add(Map<String, @Nullable Object> from) {
        var key = List.of(new Choice(Params.KEY, getTranslation("triggers.match.key")));
        var stop = new Params(getTranslation("triggers.match.stop"), key);
        var start = new Params(getTranslation("triggers.match.start"), key);
        var pair = new Pair(start, stop, from);
        offer(pair);
        stop.path(Objects.toString(from.get("stop"), ""));
        start.path(Objects.toString(from.get("start"), ""));
        stop.whenChosen(() -> {
            if (start.path().isEmpty()) {
                start.path(stop.path());
            }
            tell();
        });
        start.whenChosen(this::tell);
        var equal = new Span(getTranslation("triggers.match.equals"));
        equal.addClassName("us-match-equals");
        var line = new Div(stop, equal, start);
        line.addClassName("us-match");
        var gone = new Button(Icon.REMOVE.draw(), click -> {
            shown.remove(pair);
            pairs.remove(line);
            if (shown.isEmpty()) {
                whom.setValue(ALL);
            }
            tell();
        });
        gone.setAriaLabel(getTranslation("triggers.match.remove"));
        gone.addThemeVariants(ButtonVariant.TERTIARY);
        line.add(gone);
        shown.add(pair);
        pairs.add(line);
    }
}
