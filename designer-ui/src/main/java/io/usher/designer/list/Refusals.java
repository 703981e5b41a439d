package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.Problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says what the engine refused beside the field it is about; what is about no field is said in a notice. */
public class Refusals {

    /** The field with what is said below it, not only its input at the edge of what is scrolled. */
    private static final String IN_SIGHT = "setTimeout(() => this.scrollIntoView({block: 'center'}))";

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Notice notice;

    public Refusals(Notice notice) {
        this.notice = notice;
    }

    /** What the engine calls {@code name}, or something inside it, is this field. */
    public Refusals at(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    /** Other fields than before. */
    public void forget() {
        fields.clear();
    }

    /** Nothing is wrong until it is said again. */
    public void clear() {
        notice.clear();
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** Says it, and brings the person to the first field. */
    public void show(EngineException failure) {
        var placed = new ArrayList<HasValidation>();
        var unplaced = new ArrayList<FieldError>();
        for (var error : errors(failure)) {
            field(Objects.toString(error.field(), ""))
                    .ifPresentOrElse(
                            field -> {
                                refuse(field, readable(error, field));
                                placed.add(field);
                            },
                            () -> unplaced.add(error));
        }
        if (placed.isEmpty() || !unplaced.isEmpty()) {
            notice.show(failure);
        }
        placed.stream().findFirst().ifPresent(Refusals::focus);
    }

    /** Marks the field of this place and says why beside it; false when there is none. */
    public boolean mark(String place, String why) {
        var field = field(place);
        field.ifPresent(found -> refuse(found, why));
        return field.isPresent();
    }

    /** Brings the person to the field of this place. */
    public void lead(String place) {
        field(place).ifPresent(Refusals::focus);
    }

    /** Marks a field, and says why beside it. */
    public static void refuse(HasValidation field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    /** The engine names a field as its API does; a person knows it by its label. */
    private static String readable(FieldError error, HasValidation field) {
        var why = Objects.toString(error.message(), "");
        var named = error.field() + " ";
        return field instanceof HasLabel labelled && labelled.getLabel() != null && why.startsWith(named)
                ? labelled.getLabel() + why.substring(named.length() - 1)
                : why;
    }

    private static List<FieldError> errors(EngineException failure) {
        return failure instanceof Refused refused ? refused.problem().errors() : List.of();
    }

    /** The field with the longest name that the error's place begins with. */
    private Optional<HasValidation> field(String place) {
        return fields.entrySet().stream()
                .filter(field -> place.equals(field.getKey())
                        || place.startsWith(field.getKey() + ".")
                        || place.startsWith(field.getKey() + "["))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static void focus(HasValidation field) {
        if (field instanceof Focusable<?> focusable && field instanceof Component component && component.isVisible()) {
            focusable.focus();
            component.getElement().executeJs(IN_SIGHT);
        }
    }
}
