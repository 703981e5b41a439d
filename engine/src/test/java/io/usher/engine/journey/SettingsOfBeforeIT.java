package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestBlocks.Finish;
import io.usher.engine.journey.TestBlocks.Pause;
import io.usher.engine.platform.words.English;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.internal.SettingsSchemas;
import io.usher.engine.workflow.internal.StoredGraphs;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A trial block whose settings are other ones in a later engine: each version goes by what was meant when it was activated. */
class SettingsOfBeforeIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final List<BlockType> OF_BEFORE = blocks(new SaysOfBefore());
    private static final List<BlockType> LATER = blocks(new Says());

    private final String database = "journeys_it_" + Ids.random().substring(0, 8);
    private final Map<WorkflowId, Version> versions = new ConcurrentHashMap<>();

    @Test
    void shouldGoOnByTheOldMeaningInALaterEngineAndByTheNewOneInANewVersion() {
        // given a journey that waits before the block, on a version of the engine of before
        var drawn = drawing("{&quot;text&quot;: &quot;Hello&quot;}");
        var schemas = StoredGraphs.schemas(drawn, OF_BEFORE);
        Journey journey;
        Version version;
        try (var engine = engine()) {
            version = engine.deploy(version(StoredGraphs.read(drawn, schemas, OF_BEFORE)));
            journey = engine.start(version);
            await().atMost(LONG).until(() -> standsAt(engine.now(journey), "Rest"));
        }

        // when a later engine takes over, to which "text" is "note", and none written is three times
        versions.put(version.workflow(), readBy(version, StoredGraphs.read(drawn, schemas, LATER)));
        try (var engine = engine()) {
            await().atMost(LONG).until(() -> engine.now(journey).state(), state -> state == State.FINISHED);

            // then
            assertThat(did(engine, journey)).isEqualTo("Said Hello, times 1");

            // and
            var redrawn = drawing("{&quot;note&quot;: &quot;Hello&quot;}");
            var today = StoredGraphs.schemas(redrawn, LATER);
            var next = engine.start(engine.deploy(version(StoredGraphs.read(redrawn, today, LATER))));
            await().atMost(LONG).until(() -> engine.now(next).state(), state -> state == State.FINISHED);
            assertThat(did(engine, next)).isEqualTo("Said Hello, times 3");
            assertThat(today).isEqualTo(new SettingsSchemas(Map.of("start", 1, "pause", 1, "says", 2, "exit", 1)));
        }
    }

    /** Does not wait long for jobs that the engine before had in hand at its end. */
    private JourneyEngine engine() {
        return new JourneyEngine(database, versions, true, Map.of("usher.journey.job-timeout", "2s"));
    }

    private static boolean standsAt(Journey journey, String block) {
        return journey.block() != null && journey.block().block().equals(block);
    }

    private static String did(JourneyEngine engine, Journey journey) {
        return engine.trail(journey).stream()
                .filter(line -> line.block().equals("Says"))
                .map(TrailEntry::did)
                .map(English::of)
                .findFirst()
                .orElseThrow();
    }

    private static Version version(Graph graph) {
        return readBy(TestJourneys.version(graph.nodes().values().toArray(Node[]::new)), graph);
    }

    private static Version readBy(Version version, Graph graph) {
        return new Version(
                version.workflow(),
                version.workspace(),
                version.n(),
                version.workflowName(),
                graph,
                version.processId(),
                version.drawn(),
                version.deployable(),
                version.activatedAt(),
                version.activatedBy());
    }

    private static List<BlockType> blocks(BlockType trial) {
        return List.of(new Begin(), new Pause(PAUSE), trial, new Finish());
    }

    private static String drawing(String settings) {
        return """
                <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:z="http://camunda.org/schema/zeebe/1.0"><b:process id="P">
                <b:startEvent id="Start">%s</b:startEvent>
                <b:intermediateCatchEvent id="Rest">%s<b:timerEventDefinition/></b:intermediateCatchEvent>
                <b:serviceTask id="Says">%s</b:serviceTask>
                <b:endEvent id="End">%s</b:endEvent>
                <b:sequenceFlow id="F1" sourceRef="Start" targetRef="Rest"/>
                <b:sequenceFlow id="F2" sourceRef="Rest" targetRef="Says"/>
                <b:sequenceFlow id="F3" sourceRef="Says" targetRef="End"/>
                </b:process></b:definitions>
                """.formatted(block("start", "{}"), block("pause", "{}"), block("says", settings), block("exit", "{}"));
    }

    private static String block(String key, String settings) {
        return """
                <b:extensionElements><z:properties><z:property name="usher.block" value="%s"/>
                <z:property name="usher.settings" value="%s"/></z:properties></b:extensionElements>
                """.formatted(key, settings);
    }

    private static BlockDescription description() {
        return new BlockDescription(
                "says", "Says", "", "", "flow", "", Drawn.SERVICE_TASK, TestBlocks.TASK, Ways.ONE, List.of());
    }

    private static Outcome said(String what, long times) {
        return new Outcome.GoOn(English.said("Said " + what + ", times " + times));
    }

    private record SaysOfBefore() implements ActionBlock {

        @Override
        public BlockDescription description() {
            return SettingsOfBeforeIT.description();
        }

        @Override
        public Outcome run(Visit visit) {
            var settings = visit.settings();
            return said(settings.text("text", "nothing"), settings.number("times", 1));
        }
    }

    private record Says() implements ActionBlock {

        @Override
        public BlockDescription description() {
            return SettingsOfBeforeIT.description();
        }

        @Override
        public List<UnaryOperator<Settings>> settingsChanges() {
            return List.of(settings -> settings.renamed("text", "note").withDefault("times", 1L));
        }

        @Override
        public Outcome run(Visit visit) {
            var settings = visit.settings();
            return said(settings.text("note", "nothing"), settings.number("times", 3));
        }
    }
}
