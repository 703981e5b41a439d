package io.usher.designer.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.usher.designer.DesignerTest;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.form.BlockForm;
import io.usher.designer.form.FormClients;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import tools.jackson.databind.json.JsonMapper;

@WithAnonymousUser
class SidePanelTest extends DesignerTest {

    private static final DrawingProblem NOT_CHOSEN = new DrawingProblem(
            "required", "Order", "Get order", "whenMissing", "\"Get order\" needs \"If there is no order\"", "error");
    private static final Selection ORDER =
            new Selection("Order", "get-order", "Get order", Map.of("by", "key"), null, List.of());
    private static final Selection WAIT = new Selection("Rest", "wait", "Rest", Map.of(), null, List.of());

    @Autowired
    private EngineCalls calls;

    @Autowired
    private FormClients engine;

    private SidePanel panel;

    @BeforeEach
    void thePanelIsOnThePage() throws IOException {
        var form = new BlockForm(calls, engine, signIn("anna").token(), "w1");
        List<Block> blocks;
        try (var file = getClass().getResourceAsStream("/form/blocks.json")) {
            blocks = List.of(JsonMapper.shared().readValue(file.readAllBytes(), Block[].class));
        }
        form.catalogue(blocks);
        panel = new SidePanel(form, blocks, () -> {}, () -> {});
        UI.getCurrent().add(panel);
    }

    @Test
    void shouldMarkTheFieldOfAProblemAsSoonAsItsBlockIsSelected() {
        // given
        panel.show(WAIT);

        // when
        panel.expect(NOT_CHOSEN);
        panel.show(ORDER);

        // then
        assertThat(whatIfThereIsNone().getErrorMessage()).isEqualTo("Choose one.");
    }

    @Test
    void shouldMarkTheFieldOfTheBlockThatIsSelectedAlready() {
        // given
        panel.show(ORDER);
        assertThat(whatIfThereIsNone().isInvalid()).isFalse();

        // when
        panel.expect(NOT_CHOSEN);

        // then
        assertThat(whatIfThereIsNone().getErrorMessage()).isEqualTo("Choose one.");
    }

    @Test
    void shouldStillMarkTheFieldWhenTheBlockBeforeIsToldOnceMore() {
        // given: its last field was left by the click on the problem
        panel.show(WAIT);
        panel.expect(NOT_CHOSEN);

        // when
        panel.show(WAIT);
        panel.show(ORDER);

        // then
        assertThat(whatIfThereIsNone().getErrorMessage()).isEqualTo("Choose one.");
    }

    @Test
    void shouldForgetTheProblemWhenSomethingElseIsSelected() {
        // given
        panel.expect(NOT_CHOSEN);

        // when
        panel.show(WAIT);
        panel.show(ORDER);

        // then
        assertThat(whatIfThereIsNone().isInvalid()).isFalse();
    }

    @Test
    void shouldOpenTheFormThatWasPutAway() {
        // given
        panel.show(ORDER);
        test(find(Button.class).withId("side-fold").single()).click();
        assertThat(find(BlockForm.class).all()).isEmpty();

        // when
        panel.expect(NOT_CHOSEN);

        // then
        assertThat(whatIfThereIsNone().isInvalid()).isTrue();
    }

    private RadioButtonGroup<?> whatIfThereIsNone() {
        return find(RadioButtonGroup.class).all().stream()
                .filter(group -> "If there is no order".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
