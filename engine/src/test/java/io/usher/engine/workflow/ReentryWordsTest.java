package io.usher.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.words.English;
import io.usher.engine.workflow.Reentry.Mode;
import io.usher.engine.workflow.Reentry.Unit;
import io.usher.engine.workflow.Reentry.WhileRunning;
import org.junit.jupiter.api.Test;

class ReentryWordsTest {

    @Test
    void shouldSayHowOftenAContactMayStart() {
        assertThat(English.of(ReentryWords.of(Reentry.EACH_TIME))).isEqualTo("each time");
        assertThat(English.of(ReentryWords.of(new Reentry(Mode.ONCE, 0, null, null, WhileRunning.START))))
                .isEqualTo("once");
        assertThat(English.of(ReentryWords.of(new Reentry(Mode.ONCE_IN, 2, Unit.HOURS, null, WhileRunning.START))))
                .isEqualTo("once in every 2 hours");
        assertThat(English.of(ReentryWords.of(new Reentry(Mode.ONCE_IN, 1, Unit.MONTHS, null, WhileRunning.START))))
                .isEqualTo("once in every month");
    }

    @Test
    void shouldSayByWhatItCountsAndWhatHoldsWhileOneRuns() {
        assertThat(English.of(ReentryWords.of(new Reentry(Mode.ONCE, 0, null, "city", WhileRunning.SKIP))))
                .isEqualTo("once for each value of \"city\", not while a journey is running");
        assertThat(English.of(ReentryWords.of(new Reentry(Mode.EACH, 0, null, "key", WhileRunning.RESTART))))
                .isEqualTo("each time for each event key, starting again if a journey is running");
    }
}
