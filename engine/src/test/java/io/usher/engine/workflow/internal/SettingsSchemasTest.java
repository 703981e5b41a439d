package io.usher.engine.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.platform.async.Failures;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.Visit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SettingsSchemasTest {

    /** Schema 2 calls {@code text} {@code note}; schema 3 asks as a rule, which it did not before, and knows no {@code tone}. */
    private static final UnaryOperator<Settings> RENAMED = settings -> settings.renamed("text", "note");

    private static final UnaryOperator<Settings> OTHER_DEFAULT =
            settings -> settings.withDefault("ask", false).without("tone");

    private final Trial first = new Trial(List.of());
    private final Trial third = new Trial(List.of(RENAMED, OTHER_DEFAULT));

    @Test
    void shouldReadEachSchemaByTheChangesSince() {
        var written = new Settings(Map.of("text", "Hello", "tone", "warm"));

        assertThat(schema(1).read(third, written).values()).isEqualTo(Map.of("note", "Hello", "ask", false));
        assertThat(schema(2).read(third, new Settings(Map.of("note", "Hello"))).values())
                .isEqualTo(Map.of("note", "Hello", "ask", false));
        assertThat(schema(3).read(third, new Settings(Map.of("note", "Hello"))).values())
                .isEqualTo(Map.of("note", "Hello"));
    }

    @Test
    void shouldKeepWhatWasWrittenWhereADefaultIsAnotherOneNow() {
        var read = schema(1).read(third, new Settings(Map.of("text", "Hello", "ask", true)));

        assertThat(read.flag("ask", false)).isTrue();
    }

    @Test
    void shouldTakeSettingsOfBeforeThereWereSchemasAsOfTheFirst() {
        assertThat(SettingsSchemas.FIRST.read(third, new Settings(Map.of("text", "Hello"))))
                .isEqualTo(schema(1).read(third, new Settings(Map.of("text", "Hello"))));
    }

    @Test
    void shouldNameTheSchemasOfTodayOfTheBlocksInAGraph() {
        var graph = new Graph("A", Map.of("A", new Node("A", "A", third, Settings.NONE, List.of())));

        assertThat(SettingsSchemas.of(graph)).isEqualTo(schema(3));
    }

    @Test
    void shouldPutOffWhatALaterEngineWroteAndSaySo() {
        assertThatThrownBy(() -> schema(3).read(first, Settings.NONE))
                .satisfies(failure -> assertThat(Failures.unavailable(failure)).isTrue())
                .hasMessageContaining("\"trial\"")
                .hasMessageContaining("schema 3")
                .hasMessageContaining("up to 1");
    }

    private static SettingsSchemas schema(int schema) {
        return new SettingsSchemas(Map.of("trial", schema));
    }

    private record Trial(List<UnaryOperator<Settings>> settingsChanges) implements ActionBlock {

        @Override
        public BlockDescription description() {
            return new BlockDescription(
                    "trial", "Trial", "", "", "flow", "", Drawn.SERVICE_TASK, "usher.trial", Ways.ONE, List.of());
        }

        @Override
        public Outcome run(Visit visit) {
            throw new UnsupportedOperationException("Only read");
        }
    }
}
