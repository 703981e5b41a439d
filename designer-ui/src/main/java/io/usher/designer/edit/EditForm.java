package io.usher.designer.edit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.IfMatch;
import io.usher.designer.engine.Versioned;
import io.usher.designer.list.Confirmation;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Refusals;
import io.usher.designer.list.Skeleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form over one thing of the engine, a record: it is read with its tag, and what was changed is sent as a merge patch on
 * that tag. What the engine refuses stands beside its field; nothing typed is lost without a word.
 *
 * @param <T> the record; each field of the form is one of its components, by name
 */
public class EditForm<T extends Record> extends Div {

    /** Where the thing is; asked on virtual threads. */
    public interface Source<T> {

        Versioned<T> read();

        /** Changes only the named fields; {@link Stale} when the thing has another tag. */
        Versioned<T> change(Map<String, @Nullable Object> fields, String etag);

        /** The thing that is read and changed like this. */
        static <T> Source<T> of(
                Supplier<Versioned<T>> read, BiFunction<IfMatch, Map<String, @Nullable Object>, Versioned<T>> change) {
            return new Source<>() {
                @Override
                public Versioned<T> read() {
                    return read.get();
                }

                @Override
                public Versioned<T> change(Map<String, @Nullable Object> fields, String etag) {
                    return change.apply(new IfMatch(etag), fields);
                }
            };
        }
    }

    private static final String WHATEVER = "*";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final EngineCalls calls;
    private final Source<T> source;
    private final Consumer<T> shown;
    private final Binder<T> binder;
    private final Map<String, HasValue<?, ?>> inputs = new LinkedHashMap<>();
    private final Div fields = new Div();
    private final Notice notice = new Notice();
    private final Refusals refusals = new Refusals(notice);
    private final Skeleton skeleton = new Skeleton();
    private final Button save = new Button(getTranslation("edit.save"), click -> save());
    private final Button discard = new Button(getTranslation("edit.discard"), click -> load());
    private final Span said = new Span();
    private final Div foot = new Div(save, discard, said);
    private @Nullable T known;
    private String etag = "";
    private boolean saving;

    /** @param shown told what is there, whenever it was read or saved */
    public EditForm(EngineCalls calls, Class<T> type, Source<T> source, Consumer<T> shown) {
        this.calls = calls;
        this.source = source;
        this.shown = shown;
        binder = new Binder<>(type);
        // what is wrong the engine says, and the typed words are compared with those that were there
        binder.setDefaultValidatorsEnabled(false);
        binder.setChangeDetectionEnabled(true);
        binder.addValueChangeListener(change -> settle());
        addClassName("us-edit");
        fields.addClassName("us-edit-fields");
        save.setId("save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        discard.setId("discard");
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        said.addClassName("us-edit-said");
        said.getElement().setAttribute("role", "status");
        foot.addClassName("us-edit-foot");
        add(skeleton, fields, notice, foot);
    }

    /** One more field, over the component of this name. */
    public <V, F extends Component & HasValue<?, V> & HasValidation> EditForm<T> field(String name, F field) {
        inputs.put(name, field);
        if (field instanceof HasValueChangeMode typed) {
            // what is half typed counts: closing the tab would lose it
            typed.setValueChangeMode(ValueChangeMode.LAZY);
        }
        refusals.at(name, field);
        binder.forField(field).withNullRepresentation(field.getEmptyValue()).bind(name);
        fields.add(field);
        return this;
    }

    /** Who leaves with something unsaved is asked first. */
    public void guard(BeforeLeaveEvent leaving) {
        if (binder.hasChanges()) {
            var leave = leaving.postpone();
            new Confirmation(
                            getTranslation("edit.leave.title"),
                            getTranslation("edit.leave.what"),
                            getTranslation("edit.leave"),
                            leave::proceed)
                    .open();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        LeaveGuard.on(this);
        load();
    }

    private void load() {
        notice.clear();
        fields.setVisible(false);
        foot.setVisible(false);
        skeleton.show(true);
        calls.run(this, source::read, this::show, failure -> {
            skeleton.hide();
            notice.show(failure, this::load);
        });
    }

    private void show(Versioned<T> there) {
        skeleton.hide();
        refusals.clear();
        said.setText("");
        known = there.value();
        etag = there.etag();
        binder.readRecord(there.value());
        fields.setVisible(true);
        foot.setVisible(true);
        settle();
        shown.accept(there.value());
    }

    /** There is something to save or give up only while something was changed. */
    private void settle() {
        boolean changed = binder.hasChanges();
        LeaveGuard.unsaved(this, changed);
        save.setEnabled(changed && !saving);
        discard.setVisible(changed && !saving);
        if (changed) {
            said.setText("");
        }
    }

    private void save() {
        refusals.clear();
        var changes = changes();
        var on = etag;
        var sent = values();
        saving = true;
        settle();
        calls.run(this, () -> source.change(changes, on), there -> saved(there, sent), this::failed);
    }

    /** What was typed while it was saved stays, and is not saved. */
    private void saved(Versioned<T> there, Map<String, @Nullable Object> sent) {
        saving = false;
        var typed = values();
        show(there);
        said.setText(getTranslation("edit.saved"));
        inputs.forEach((name, input) -> {
            if (!Objects.equals(sent.get(name), typed.get(name))) {
                put(input, typed.get(name));
            }
        });
    }

    @SuppressWarnings("unchecked") // the value is this field's own
    private static void put(HasValue<?, ?> input, @Nullable Object value) {
        ((HasValue<?, @Nullable Object>) input).setValue(value);
    }

    private Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        inputs.forEach((name, input) -> values.put(name, input.getValue()));
        return values;
    }

    private void failed(EngineException failure) {
        saving = false;
        settle();
        if (failure instanceof Stale stale) {
            // whoever saves again has read whose changes these are
            etag = stale.etag().isBlank() ? WHATEVER : stale.etag();
            notice.show(failure, getTranslation("edit.theirs"), this::load);
            said.setText(getTranslation("edit.again"));
        } else {
            refusals.show(failure);
        }
    }

    private Map<String, @Nullable Object> changes() {
        var before = JSON.convertValue(Objects.requireNonNull(known), FIELDS);
        var changes = new LinkedHashMap<String, @Nullable Object>();
        inputs.forEach((name, input) -> {
            var now = input.isEmpty() ? null : input.getValue();
            if (!Objects.equals(before.get(name), now)) {
                changes.put(name, now);
            }
        });
        return changes;
    }
}
