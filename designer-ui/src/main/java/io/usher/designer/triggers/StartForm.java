package io.usher.designer.triggers;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Refusals;
import io.usher.designer.rules.Facts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event type that starts the workflow, and how often it may. */
class StartForm extends LinkForm {

    private static final String CONTACT = "contact";
    private static final List<String> WHILE_RUNNING = List.of("start", "skip", "restart");

    private final HowOften howOften = new HowOften(this::tell);
    private final Params per = new Params(
            getTranslation("triggers.per"),
            List.of(
                    new Choice(CONTACT, getTranslation("triggers.per.choice.contact")),
                    new Choice("key", getTranslation("triggers.per.choice.key"))));
    private final RadioButtonGroup<String> running = new RadioButtonGroup<>(getTranslation("triggers.running"));

    StartForm(Workbench bench, Link from, String label, Runnable remove) {
        super(bench, from, label);
        var reentry = from.reentry();
        howOften.show(reentry);
        per.path(Objects.toString(reentry.get("per"), CONTACT));
        per.setHelperText(getTranslation("triggers.per.help"));
        per.addClassName("us-per");
        per.whenChosen(this::tell);
        running.setItems(WHILE_RUNNING);
        running.setItemLabelGenerator(choice -> getTranslation("triggers.running." + choice));
        running.setValue(Objects.toString(reentry.get("whileRunning"), "start"));
        running.addClassName("us-while-running");
        running.addValueChangeListener(change -> tell());
        assemble(remove, List.of(howOften), List.of(per, running));
        if (!CONTACT.equals(per.path()) || !"start".equals(running.getValue()) || from.filter() != null) {
            unfold();
        }
    }

    @Override
    Link write(Link link) {
        return link.with("reentry", reentry(link.reentry()));
    }

    @Override
    String sentence(String event) {
        return ReentryWords.of(this, event, reentry(Link.object(null)));
    }

    @Override
    void learnt(Facts about) {
        per.offer(about);
    }

    @Override
    boolean check() {
        return super.check() && howOften.check();
    }

    @Override
    void place(Refusals refusals, String at) {
        super.place(refusals, at);
        howOften.place(refusals, at + ".reentry");
        refusals.at(at + ".reentry.per", per).at(at + ".reentry.whileRunning", running);
    }

    @Override
    void reveal() {
        super.reveal();
        if (per.isInvalid() || running.isInvalid()) {
            unfold();
        }
    }

    private Map<String, @Nullable Object> reentry(Map<String, @Nullable Object> before) {
        howOften.write(before);
        var counted = per.path();
        Link.put(before, "per", counted.isEmpty() || CONTACT.equals(counted) ? null : counted);
        if (before.containsKey("whileRunning") || !"start".equals(running.getValue())) {
            before.put("whileRunning", running.getValue());
        }
        return before;
    }
}
