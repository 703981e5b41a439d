package io.usher.designer.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import io.usher.designer.DesignerTest;
import io.usher.designer.canvas.DrawingProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class ProblemsPanelTest extends DesignerTest {

    @Test
    void shouldLeaveTheFocusOnALineWhenTheSameIsFoundAgain() {
        // given
        var panel = new ProblemsPanel(chosen -> {}, () -> {}, () -> {});
        UI.getCurrent().add(panel);
        panel.setVisible(true);
        panel.show(List.of(problem("Mail"), problem("Wait")));
        var lines = find(NativeButton.class, panel).all();

        // when
        panel.show(List.of(problem("Mail"), problem("Wait")));

        // then
        assertThat(lines).hasSize(2);
        assertThat(find(NativeButton.class, panel).all()).isEqualTo(lines);

        // when
        panel.show(List.of(problem("Wait")));

        // then
        assertThat(find(NativeButton.class, panel).all()).hasSize(1);
    }

    private static DrawingProblem problem(String block) {
        return new DrawingProblem(null, block, block, null, "Missing.", "error");
    }
}
