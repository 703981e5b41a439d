package io.usher.designer.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import io.usher.designer.look.Languages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** From when until when, as the person's clock says it; either may be left open. */
class Moments extends Div {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final DateTimePicker from;
    private final DateTimePicker to;
    private final BiConsumer<String, String> changed;

    /** {@code changed} hears both as instants, empty for one that is open. */
    Moments(String fromLabel, String toLabel, BiConsumer<String, String> changed) {
        this.changed = changed;
        from = picker(fromLabel, "filter-from");
        to = picker(toLabel, "filter-to");
        addClassName("us-moments");
        add(from, to);
    }

    /** Who asks for moments begins with today. */
    static Filter today(Filter asked, String from, String to) {
        var today = LocalDate.now(TimeText.zone(UI.getCurrent()));
        return asked.with(from, instant(today.atStartOfDay()))
                .with(to, instant(today.plusDays(1).atStartOfDay()));
    }

    /** Shows what the filter says. */
    void show(Optional<Instant> begin, Optional<Instant> end) {
        set(from, begin.map(Moments::local).orElse(null));
        set(to, end.map(Moments::local).orElse(null));
        validate();
    }

    private DateTimePicker picker(String label, String id) {
        var picker = new DateTimePicker(label);
        picker.setId(id);
        picker.setStep(STEP);
        // the clock of 24 hours, also for English readers
        picker.setLocale(Languages.isSwedish(getLocale()) ? Locale.of("sv", "SE") : Locale.UK);
        picker.setDatePickerI18n(PickerTexts.of(this, getLocale()));
        picker.setDateAriaLabel(getTranslation("list.date"));
        picker.setTimeAriaLabel(getTranslation("list.time"));
        picker.setManualValidation(true);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && validate()) {
                changed.accept(instant(from.getValue()), instant(to.getValue()));
            }
        });
        return picker;
    }

    /** Nothing ends before it has begun. */
    private boolean validate() {
        var begin = from.getValue();
        var end = to.getValue();
        boolean wrong = begin != null && end != null && end.isBefore(begin);
        to.setErrorMessage(wrong ? getTranslation("list.ends-before") : "");
        to.setInvalid(wrong);
        return !wrong;
    }

    private static void set(DateTimePicker picker, @Nullable LocalDateTime value) {
        if (!Objects.equals(picker.getValue(), value)) {
            picker.setValue(value);
        }
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, TimeText.zone(UI.getCurrent()));
    }

    private static String instant(@Nullable LocalDateTime at) {
        return at == null
                ? ""
                : at.atZone(TimeText.zone(UI.getCurrent())).toInstant().toString();
    }
}
