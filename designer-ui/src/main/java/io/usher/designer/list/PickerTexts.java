package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Days, months and buttons of a date picker in the page's language, and dates that nobody reads the other way round. */
final class PickerTexts {

    private static final String DATE = "yyyy-MM-dd";
    private static final int DAYS = 7;

    private PickerTexts() {}

    static DatePickerI18n of(Component speaker, Locale locale) {
        return new DatePickerI18n()
                .setDateFormat(DATE)
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % DAYS)
                .setToday(speaker.getTranslation("list.today"))
                .setCancel(speaker.getTranslation("list.cancel"));
    }

    /** Sunday first, as the picker counts. */
    private static List<String> days(TextStyle style, Locale locale) {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
