package io.usher.designer.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextField;
import io.usher.designer.DesignerTest;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.Change;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.canvas.Selection.Way;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.rules.RuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class WaysTest extends DesignerTest {

    private static final Map<String, Object> RULE = Map.of("fact", "event.total", "op", "greater", "value", 100);
    private static final Way BIG = way("F1", Map.of("name", "Big", "order", 1, "rule", RULE, "note", "kept"));
    private static final Way SMALL = way("F2", Map.of("name", "Small", "order", 2, "rule", Map.of("all", List.of())));
    private static final Way FRESH = way("F1", Map.of("name", "Yes", "order", 1, "rule", Map.of("all", List.of())));
    private static final Way REST = way("F3", Map.of("name", "Else", "order", 9, "else", true));

    @Autowired
    private EngineCalls calls;

    @Autowired
    private FormClients engine;

    private final List<Map<String, Change>> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private BlockForm form;

    @BeforeEach
    void aFormIsOnThePage() {
        form = new BlockForm(calls, engine, signIn("anna").token(), "w1");
        form.catalogue(List.of(decision("condition", "rules"), decision("split", "shares")));
        form.onChange(told::add);
        form.onWays(decision -> asked.add("add " + decision), way -> asked.add("remove " + way));
        UI.getCurrent().add(form);
    }

    @Test
    void shouldSayHowAWayIsDrawn() {
        form.show(selection("condition"));
        assertThat(words(form)).contains("No branch yet", "Add branch");

        form.show(selection("split", way("F1", Map.of("name", "A", "order", 1, "share", 100))));
        assertThat(words(form)).contains("Add another one to divide contacts", "100 of 100 %");
        assertThat(button("us-way-remove", 0).isEnabled()).isFalse();
    }

    @Test
    void shouldOfferTheFirstConditionOfAWayThatHasNone() {
        // when
        form.show(selection("condition", FRESH, REST));
        form.focusFirst();

        // then: nothing is told until something is filled in
        var rule = find(RuleBuilder.class, form).single();
        var fact = find(ComboBox.class, rule).single();
        assertThat(told).isEmpty();
        assertThat(find(Details.class, form).single().isOpened()).isTrue();

        // when
        ComponentUtil.fireEvent(fact, new CustomValueSetEvent<>(fact, true, "event.total"));

        // then
        assertThat(told.getLast().get("F1").exit())
                .containsEntry("rule", Map.of("all", List.of(Map.of("fact", "event.total", "op", "equal"))));
    }

    @Test
    void shouldAskForOneMoreWayAndGoOnInIt() {
        // given
        form.show(selection("condition", BIG, REST));

        // when
        test(button("us-ways-add", 0)).click();

        // then
        assertThat(asked).containsExactly("add C1");

        // when: it has been drawn
        form.show(selection("condition", BIG, SMALL, REST));

        // then
        assertThat(names()).containsExactly("Big", "Small", "Else");
        assertThat(told).isEmpty();
    }

    @Test
    void shouldAskForAWayToGo() {
        // given
        form.show(selection("split", share("F1", 50), share("F2", 30), share("F3", 20)));

        // when
        test(button("us-way-remove", 1)).click();

        // then
        assertThat(asked).containsExactly("remove F2");
        assertThat(button("us-way-remove", 1).getAriaLabel()).contains("Remove the branch F2");

        // when
        form.show(selection("split", share("F1", 50), share("F3", 50)));

        // then
        assertThat(names()).containsExactly("F1", "F3");
    }

    @Test
    void shouldListTheWaysInOrderWithElseLast() {
        // when
        form.show(selection("condition", REST, SMALL, BIG));

        // then
        assertThat(names()).containsExactly("Big", "Small", "Else");
        assertThat(words(form))
                .contains("total is more than 100", "No condition yet", "leads to Target of F1", "Everyone else");
        assertThat(find(RuleBuilder.class, form).all()).hasSize(2);
    }

    @Test
    void shouldTellOneUndoStepWhenWaysChangePlaces() {
        // given
        form.show(selection("condition", BIG, SMALL, REST));

        // when
        test(button("us-way-down", 0)).click();

        // then: both in one step, with what the form does not know
        assertThat(told)
                .containsExactly(Map.of(
                        "F1",
                        exit(Map.of("name", "Big", "order", 2, "rule", RULE, "note", "kept")),
                        "F2",
                        exit(Map.of("name", "Small", "order", 1, "rule", Map.of("all", List.of())))));
        assertThat(names()).containsExactly("Small", "Big", "Else");
        assertThat(button("us-way-down", 1).isEnabled()).isFalse();
    }

    @Test
    void shouldTellANewNameAndANewRule() {
        // given
        form.show(selection("condition", BIG, REST));

        // when
        test(find(TextField.class, form).withCaption("Branch name").all().getFirst())
                .setValue("Over 100");

        // then
        assertThat(told.getLast())
                .isEqualTo(Map.of("F1", exit(Map.of("name", "Over 100", "order", 1, "rule", RULE, "note", "kept"))));

        // when
        test(find(TextField.class, find(RuleBuilder.class, form).single()).single())
                .setValue("200");

        // then
        assertThat(told.getLast().get("F1").exit())
                .containsEntry("rule", Map.of("fact", "event.total", "op", "greater", "value", 200));
    }

    @Test
    void shouldShowTheSumOfSharesWhileTheyAreTyped() {
        // given
        form.show(selection("split", share("F1", 50), share("F2", 30), share("F3", 10)));
        assertThat(words(form)).contains("90 of 100 %");

        // when
        test(find(TextField.class, form).withCaption("Share").all().getLast()).setValue("19.5");

        // then
        assertThat(words(form)).contains("99.5 of 100 %");
        assertThat(told.getLast().get("F3").exit()).extractingByKey("share").hasToString("19.5");

        // when
        test(find(Button.class, form).withText("Share equally").single()).click();

        // then: all in one step
        assertThat(words(form)).contains("100 of 100 %");
        assertThat(told).hasSize(2);
        assertThat(told.getLast().keySet()).containsExactlyInAnyOrder("F1", "F2", "F3");
        assertThat(told.getLast().get("F1").exit()).containsEntry("share", 34);
    }

    @Test
    void shouldShareWhatDoesNotDivideAmongTheFirstWays() {
        // given
        var ways = IntStream.rangeClosed(1, 6).mapToObj(i -> share("F" + i, 10)).toArray(Way[]::new);
        form.show(selection("split", ways));

        // when
        test(find(Button.class, form).withText("Share equally").single()).click();

        // then
        assertThat(find(TextField.class, form).withCaption("Share").all())
                .extracting(TextField::getValue)
                .containsExactly("17", "17", "17", "17", "16", "16");
    }

    @Test
    void shouldMakeAWayTheOneForEveryoneElse() {
        // given
        form.show(selection("condition", BIG, SMALL));

        // when
        test(find(Button.class, form).withText("Use for everyone else").all().getLast())
                .click();

        // then
        assertThat(told.getLast()).isEqualTo(Map.of("F2", exit(Map.of("name", "Small", "order", 2, "else", true))));
        assertThat(words(form)).contains("Everyone else");

        // when
        test(find(Button.class, form).withText("Add a rule").single()).click();

        // then
        assertThat(told.getLast()).isEqualTo(Map.of("F2", exit(Map.of("name", "Small", "order", 2))));
    }

    @Test
    void shouldSayAProblemAtItsWay() {
        // given
        form.show(selection("condition", BIG, SMALL, REST));

        // when
        form.problems(List.of(new DrawingProblem(
                "no-rule", "C1", "Condition", "ways.F2.rule", "the way \"Small\" has no rule", "error")));

        // then
        assertThat(find(WayFields.class, form).all().get(1))
                .satisfies(way -> assertThat(words(way)).contains("has no rule"));
        assertThat(words(find(WayFields.class, form).all().getFirst())).doesNotContain("has no rule");
    }

    @Test
    void shouldFollowWhatIsDrawnAndUndone() {
        // given
        form.show(selection("split", share("F1", 50), share("F2", 50)));
        var field = find(TextField.class, form).withCaption("Share").all().getFirst();
        test(field).setValue("60");

        // when: the edit comes back, then it is undone
        form.show(selection("split", share("F1", 60), share("F2", 50)));
        form.show(selection("split", share("F1", 50), share("F2", 50)));

        // then
        assertThat(field.getValue()).isEqualTo("50");
        assertThat(told).hasSize(1);

        // and: a line is drawn
        form.show(selection("split", share("F1", 50), share("F2", 50), share("F3", 0)));
        assertThat(find(TextField.class, form).withCaption("Share").all()).hasSize(3);
    }

    @Test
    void shouldEditTheOneWayOfALine() {
        // given
        form.show(new Selection("F1", null, "Big", Map.of(), BIG.exit(), List.of()));

        // when
        test(find(TextField.class, find(RuleBuilder.class, form).single()).single())
                .setValue("7");

        // then
        assertThat(told.getLast().keySet()).containsExactly("F1");
        assertThat(told.getLast().get("F1").exit())
                .containsEntry("note", "kept")
                .containsEntry("rule", Map.of("fact", "event.total", "op", "greater", "value", 7));

        // and: a line that decides nothing has nothing to set
        form.show(new Selection("F9", null, "", Map.of(), null, List.of()));
        assertThat(words(form)).contains("Leads to the next block");
    }

    private static Change exit(Map<String, Object> exit) {
        return new Change(null, null, exit);
    }

    private static Way way(String id, Map<String, Object> exit) {
        return new Way(id, String.valueOf(exit.get("name")), exit, "Target of " + id);
    }

    private static Way share(String id, int share) {
        return way(id, Map.of("name", id, "order", Integer.parseInt(id.substring(1)), "share", share));
    }

    private static Selection selection(String block, Way... ways) {
        return new Selection("C1", block, "Decide", Map.of(), null, List.of(ways));
    }

    private static Block decision(String key, String ways) {
        return new Block(key, key, "", "", "flow", 0, "branch", "exclusive-gateway", null, ways, List.of());
    }

    private List<String> names() {
        return find(TextField.class, form).withCaption("Branch name").all().stream()
                .map(TextField::getValue)
                .toList();
    }

    private Button button(String className, int at) {
        return find(Button.class, form).all().stream()
                .filter(button -> button.hasClassName(className))
                .toList()
                .get(at);
    }
}
