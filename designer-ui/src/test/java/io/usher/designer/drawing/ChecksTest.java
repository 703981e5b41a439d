package io.usher.designer.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.usher.designer.DesignerTest;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException.Away;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class ChecksTest extends DesignerTest {

    @Autowired
    private EngineCalls calls;

    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Integer> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldAskOnceMoreWhatWasAskedMeanwhileWhateverCameOfTheFirst(boolean engineAway) {
        // given
        var page = new Div();
        UI.getCurrent().add(page);
        var checks = new Checks<>(calls, page, () -> answer(engineAway), heard::add);

        // when
        checks.ask();
        checks.ask();
        checks.ask();
        mayAnswer.countDown();

        // then
        eventually(() -> assertThat(heard).endsWith(2));
        assertThat(asked).hasValue(2);
    }

    private int answer(boolean away) {
        int number = asked.incrementAndGet();
        try {
            assertThat(mayAnswer.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (away && number == 1) {
            throw new Away("away", null);
        }
        return number;
    }
}
