package io.usher.designer.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import io.usher.designer.DesignerTest;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class DayGroupsTest extends DesignerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01 | Today",
                "2025-12-31 | Yesterday",
                "2025-12-30 | Tuesday, 30 December 2025",
                "2026-01-02 | Friday, 2 January"
            })
    void shouldCallADayAsPeopleDo(LocalDate day, String name) {
        assertThat(DayGroups.name(new Span(), day, LocalDate.of(2026, 1, 1), Locale.UK))
                .isEqualTo(name);
    }
}
