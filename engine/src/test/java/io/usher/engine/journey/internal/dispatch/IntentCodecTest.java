package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.internal.dispatch.Intent.Refused;
import io.usher.engine.journey.internal.dispatch.Intent.Stop;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntentCodecTest {

    private static final WorkflowId WORKFLOW = new WorkflowId("f");

    @Test
    void shouldReadWhatItWrote() {
        var intent = new Intent(
                List.of(new Stop(WORKFLOW, "Flow", List.of(), Reasons.NOTHING_RUNNING.with())),
                List.of(new Refused(WORKFLOW, "Flow", Reasons.PAUSED.with())));

        assertThat(IntentCodec.read(IntentCodec.write(intent))).isEqualTo(intent);
    }

    @Test
    void shouldReadTheSentencesOfAnEarlierVersion() {
        var start = Map.of("workflow", "f", "name", "Flow", "code", "paused", "text", "The workflow was paused.");

        var read = IntentCodec.read(new Params(Map.of("starts", List.of(start))));

        assertThat(read.starts())
                .containsExactly(new Refused(WORKFLOW, "Flow", Reason.told("paused", "The workflow was paused.")));
    }

    /** It takes a start without a code for one that may be granted, and could not read its re-entry policy. */
    @Test
    @SuppressWarnings("unchecked")
    void shouldWriteCodeAndSentenceForAnEngineOfBeforeThatGoesOnMeanwhile() {
        var written =
                IntentCodec.write(new Intent(List.of(), List.of(new Refused(WORKFLOW, "Flow", Reasons.PAUSED.with()))));

        var start = ((List<Map<String, Object>>) written.values().get("starts")).getFirst();
        assertThat(start).containsEntry("code", "paused").containsEntry("text", "The workflow was paused.");
    }
}
