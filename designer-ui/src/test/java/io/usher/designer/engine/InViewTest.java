package io.usher.designer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.PageVisibility;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class InViewTest extends DesignerTest {

    @Autowired
    private EngineCalls calls;

    private final FakeEngine own = new FakeEngine();
    private final EngineProperties properties =
            new EngineProperties(own.url(), own.url(), Duration.ofSeconds(30), Duration.ofSeconds(30), LOOK_EVERY, "");
    private final EngineWatch watch = new EngineWatch(EngineHttp.client(properties, HealthClient.class), properties);
    private final Span part = new Span();

    @AfterEach
    void close() {
        watch.destroy();
        own.close();
    }

    @Test
    void shouldNotAskHowTheEngineIsWhileThePageIsHidden() {
        // given
        watch.show(part, state -> part.setText(state.getClass().getSimpleName()));
        UI.getCurrent().add(part);
        eventually(() -> assertThat(part.getText()).isEqualTo("Running"));

        // when
        tab(PageVisibility.HIDDEN);

        // then
        nothingIsAsked(() -> own.calls().size());
        own.storeIs("DOWN");
        assertThat(part.getText()).isEqualTo("Running");

        // when
        tab(PageVisibility.VISIBLE);

        // then
        eventually(() -> assertThat(part.getText()).isEqualTo("Waiting"));
    }

    @Test
    void shouldLookForNewsOnlyWhileThePageIsSeenAndOnceWhenItIsSeenAgain() {
        // given
        var looks = new AtomicInteger();
        calls.watch(part, () -> Optional.of(looks.incrementAndGet()), look -> part.setText(String.valueOf(look)));
        UI.getCurrent().add(part);
        eventually(() -> assertThat(looks.get()).isGreaterThan(2));

        // when
        tab(PageVisibility.HIDDEN);
        nothingIsAsked(looks::get);
        int before = looks.get();
        tab(PageVisibility.VISIBLE);

        // then
        eventually(() -> assertThat(looks.get()).isGreaterThan(before));
    }

    @Test
    void shouldTryAgainOnlyWhenThePageIsSeen() {
        // given
        tab(PageVisibility.HIDDEN);
        calls.lookLater(UI.getCurrent(), () -> part.setText("again"));
        nothingIsAsked(() -> part.getText().length());
        assertThat(part.getText()).isEmpty();

        // when
        tab(PageVisibility.VISIBLE);

        // then
        eventually(() -> assertThat(part.getText()).isEqualTo("again"));
    }

    @Test
    void shouldEndWithItsPart() {
        // given
        var looks = new AtomicInteger();
        calls.watch(part, () -> Optional.of(looks.incrementAndGet()), look -> {});
        UI.getCurrent().add(part);
        tab(PageVisibility.HIDDEN);
        UI.getCurrent().remove(part);
        nothingIsAsked(looks::get);
        int before = looks.get();

        // when
        tab(PageVisibility.VISIBLE);

        // then
        nothingIsAsked(looks::get);
        assertThat(looks.get()).isEqualTo(before);
    }
}
