package io.usher.designer.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietTest {

    private static final DrawingProblem SUBJECT = problem("Mail", "subject");
    private static final DrawingProblem KIND = problem("Mail", "kind");
    private static final DrawingProblem AMOUNT = problem("Wait", "amount");
    private static final DrawingProblem RULE = problem("Big", "ways.F2.rule");

    private final List<List<DrawingProblem>> told = new ArrayList<>();
    private final Quiet quiet = new Quiet(told::add);

    @Test
    void shouldTellEverythingWhileNothingIsSelected() {
        // when
        quiet.found(List.of(SUBJECT, AMOUNT));

        // then
        assertThat(told).containsExactly(List.of(SUBJECT, AMOUNT));
    }

    @Test
    void shouldBeQuietAboutANewBlockUntilItIsLeft() {
        // given
        quiet.found(List.of(AMOUNT));
        quiet.making(Set.of("Mail"));
        quiet.selected(selection("Mail"));

        // when
        quiet.found(List.of(AMOUNT, SUBJECT));

        // then
        assertThat(told.getLast()).containsExactly(AMOUNT);

        // when
        quiet.making(Set.of());
        quiet.selected(null);

        // then
        assertThat(told.getLast()).containsExactly(AMOUNT, SUBJECT);

        // and: once said it is not taken back by coming back to the block
        quiet.selected(selection("Mail"));
        assertThat(told.getLast()).containsExactly(AMOUNT, SUBJECT);
    }

    @Test
    void shouldBeQuietAboutTheWayThatCameWithABlock() {
        // given: a block drawn out of a decision, with a line that has no rule yet
        quiet.found(List.of());
        quiet.making(Set.of("Mail", "F2"));
        quiet.selected(selection("Mail"));

        // when
        quiet.found(List.of(SUBJECT, RULE, AMOUNT));

        // then
        assertThat(told.getLast()).containsExactly(AMOUNT);
    }

    @Test
    void shouldTellWhatComesUpAboutTheBlockThatIsFilledInWhenItIsLeft() {
        // given
        quiet.found(List.of(KIND));
        quiet.selected(selection("Mail"));

        // when
        quiet.found(List.of(KIND, SUBJECT));

        // then
        assertThat(told.getLast()).containsExactly(KIND);

        // when: what was wrong is mended and wrong again
        quiet.found(List.of());
        quiet.found(List.of(KIND));

        // then
        assertThat(told.getLast()).isEmpty();
        quiet.selected(selection("Wait"));
        assertThat(told.getLast()).containsExactly(KIND);
    }

    @Test
    void shouldTellEverythingWhenItIsAskedFor() {
        // given
        quiet.selected(selection("Mail"));
        quiet.found(List.of(SUBJECT));
        assertThat(told.getLast()).isEmpty();

        // when
        quiet.aloud();

        // then
        assertThat(told.getLast()).containsExactly(SUBJECT);
        quiet.found(List.of(SUBJECT, KIND));
        assertThat(told.getLast()).containsExactly(SUBJECT);
    }

    @Test
    void shouldTellEverythingWhileTheProblemsAreListed() {
        // given
        quiet.listed(true);
        quiet.selected(selection("Mail"));

        // when
        quiet.found(List.of(SUBJECT));

        // then
        assertThat(told.getLast()).containsExactly(SUBJECT);

        // when: what was told stays when the list is put away, what comes up then waits again
        quiet.listed(false);
        quiet.found(List.of(SUBJECT, KIND));

        // then
        assertThat(told.getLast()).containsExactly(SUBJECT);
    }

    @Test
    void shouldNotTellTheSameAgain() {
        // when
        quiet.found(List.of(AMOUNT));
        quiet.found(List.of(AMOUNT));
        quiet.selected(selection("Mail"));

        // then
        assertThat(told).hasSize(1);
    }

    private static DrawingProblem problem(String block, String field) {
        return new DrawingProblem("required", block, block, field, "needs it", "error");
    }

    private static Selection selection(String id) {
        return new Selection(id, "send-message", id, Map.of(), null, List.of());
    }
}
