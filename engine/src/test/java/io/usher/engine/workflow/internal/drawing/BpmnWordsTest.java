package io.usher.engine.workflow.internal.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BpmnWordsTest {

    @ParameterizedTest
    @CsvSource({
        "userTask,,a user task",
        "subProcess,,a subprocess",
        "adHocSubProcess,,an ad hoc subprocess",
        "eventBasedGateway,,an event based gateway",
        "boundaryEvent,timerEventDefinition,a timer boundary event",
        "intermediateThrowEvent,errorEventDefinition,an error intermediate throw event",
        "laneSet,,a set of lanes"
    })
    void shouldSayWhatPeopleCallIt(String tag, String content, String words) {
        assertThat(BpmnWords.of(tag, content == null ? List.of() : List.of(content)))
                .isEqualTo(words);
    }
}
