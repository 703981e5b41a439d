package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.rules.RuleBuilder;
import io.usher.designer.rules.RuleWords;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Name and rule, or name and share, of one way out of a decision. */
final class WayFields extends Div {

    /** What a way carries. */
    enum Kind {
        RULE,
        SHARE,
        NAME_ONLY
    }

    private final Kind kind;
    private final Choices choices;
    private final Consumer<WayOut> edited;
    private final TextField name = SettingFields.bySelf(new TextField(getTranslation("form.way.name")));
    private final TextField share = SettingFields.bySelf(new TextField(getTranslation("form.way.share")));
    private final Span words = new Span();
    private final Details details = new Details();
    private final Paragraph problem = new Paragraph();

    @Nullable
    private RuleBuilder rule;

    private WayOut exit;
    private boolean quiet;

    WayFields(WayOut exit, Kind kind, boolean open, Choices choices, Consumer<WayOut> edited) {
        this.exit = exit;
        this.kind = kind;
        this.choices = choices;
        this.edited = edited;
        addClassName("us-way-fields");
        name.addClassName("us-way-name");
        typedLater(name);
        name.addValueChangeListener(change -> tell(this.exit.named(change.getValue())));
        problem.addClassName("us-form-problem");
        add(name);
        switch (kind) {
            case SHARE -> addShare();
            case RULE -> addRule(open);
            case NAME_ONLY -> {}
        }
        add(problem);
        show(exit);
        problem(Optional.empty());
    }

    /** Shows the way as it is now, without telling it. */
    void show(WayOut now) {
        exit = now;
        quiet = true;
        name.setValue(now.name());
        share.setValue(now.share().map(WaysOut::percent).orElse(""));
        if (rule != null && !Json.same(rule.getValue(), now.rule())) {
            rule.setValue(now.rule());
        }
        quiet = false;
        says();
    }

    void choicesChanged() {
        if (rule != null) {
            rule.facts(choices.facts());
        }
        says();
    }

    void problem(Optional<String> text) {
        problem.setText(text.orElse(""));
        problem.setVisible(text.isPresent());
        if (text.isPresent()) {
            details.setOpened(true);
        }
    }

    /** What the way carries, before what it is called. */
    Component first() {
        return switch (kind) {
            case RULE -> rule == null ? name : rule;
            case SHARE -> share;
            case NAME_ONLY -> name;
        };
    }

    TextField name() {
        return name;
    }

    /** Says what is wrong with the way; the cursor goes to its rule or share. */
    Component lead(DrawingProblem about) {
        problem(Optional.of(about.message()));
        return rule != null ? rule.missing() : kind == Kind.SHARE ? share : name;
    }

    WayOut exit() {
        return exit;
    }

    private void addShare() {
        addClassName("us-way-shared");
        share.addClassName("us-way-share");
        share.setSuffixComponent(new Span("%"));
        share.getElement().setAttribute("inputmode", "decimal");
        typedLater(share);
        share.addValueChangeListener(change -> {
            var written = change.getValue().strip().replace(',', '.');
            var isShare = written.matches("\\d{1,3}([.]\\d{1,2})?");
            share.setErrorMessage(getTranslation("form.way.share.number"));
            share.setInvalid(!written.isEmpty() && !isShare);
            if (written.isEmpty() || isShare) {
                tell(exit.sharing(written.isEmpty() ? null : new BigDecimal(written)));
            }
        });
        add(share);
    }

    private void addRule(boolean open) {
        var builder = new RuleBuilder(choices.facts());
        builder.addValueChangeListener(change -> tell(exit.ruled(change.getValue())));
        builder.offerRow();
        rule = builder;
        words.addClassName("us-way-words");
        details.setSummary(words);
        details.setOpened(open);
        details.addClassName("us-way-rule");
        details.add(builder);
        add(details);
    }

    private void says() {
        if (kind == Kind.RULE) {
            var said = RuleWords.of(exit.rule(), choices.facts());
            words.setText(said.isEmpty() ? getTranslation("form.way.no-rule") : said);
            words.setClassName("us-soft", said.isEmpty());
        }
    }

    private void tell(WayOut now) {
        if (!quiet) {
            exit = now;
            says();
            problem(Optional.empty());
            edited.accept(now);
        }
    }

    private static void typedLater(TextField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TextSetting.PAUSE_MILLIS);
        field.addBlurListener(left -> {});
    }
}
