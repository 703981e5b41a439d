package io.usher.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BpmnDesignerTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void shouldKeepTheDocumentThatWasOpened() {
        // given
        var designer = new BpmnDesigner(List.of());

        // when
        designer.open("<drawing/>");

        // then
        assertThat(designer.document()).isEqualTo("<drawing/>");
    }

    @Test
    void shouldReadTheEnginesCatalogueAndHandItOnUnchanged() throws Exception {
        // given
        List<Block> read = new ArrayList<>();
        try (var file = getClass().getResourceAsStream("/canvas/blocks.json")) {
            for (var node : JSON.readTree(file.readAllBytes())) {
                var block = JSON.treeToValue(node, Block.class);
                assertThat(JSON.readTree(JSON.writeValueAsString(block))).isEqualTo(node);
                read.add(block);
            }
        }

        // then
        assertThat(read)
                .extracting(Block::key)
                .contains("start", "exit", "condition", "split", "get-order", "send-message", "wait");
    }

    @Test
    void shouldSendOnlyWhatIsChanged() {
        assertThat(JSON.writeValueAsString(new Change("New name", null, null))).isEqualTo("{\"name\":\"New name\"}");
        assertThat(JSON.writeValueAsString(new Change(null, Map.of("amount", 3), null)))
                .isEqualTo("{\"settings\":{\"amount\":3}}");
    }

    @Test
    void shouldHandOnTheDocumentAtOnceWhileItIsOnNoPage() {
        // given
        var designer = new BpmnDesigner(List.of());
        designer.open("<drawing/>");
        List<String> flushed = new ArrayList<>();

        // when
        designer.flush(flushed::add);

        // then
        assertThat(flushed).containsExactly("<drawing/>");
    }

    @Test
    void shouldNotTellHowABlockWasBeforeAChangeTheBrowserHasYetToHearOf() {
        // given
        var designer = new BpmnDesigner(List.of());
        List<String> told = new ArrayList<>();
        designer.onSelected(selection -> told.add(selection == null ? "nothing" : selection.name()));
        designer.selected(wait("A", "Wait"), 0);

        // when
        designer.change("A", new Change(null, Map.of("amount", 3), null));
        designer.selected(wait("A", "Renamed before"), 0);

        // then
        assertThat(told).containsExactly("Wait");

        // when
        designer.selected(wait("A", "Renamed"), 1);
        designer.change("A", new Change(null, Map.of("amount", 4), null));
        designer.selected(wait("B", "Another block"), 1);
        designer.selected(null, 1);

        // then
        assertThat(told).containsExactly("Wait", "Renamed", "Another block", "nothing");
    }

    private static Selection wait(String id, String name) {
        return new Selection(id, "wait", name, Map.of(), null, List.of());
    }

    @Test
    void shouldCountEverythingButAWarningAsAnError() {
        assertThat(new DrawingProblem(null, "Mail", null, null, "Missing.", "error").isError())
                .isTrue();
        assertThat(new DrawingProblem(null, "Mail", null, null, "Long.", "warning").isError())
                .isFalse();
    }

    @Test
    void shouldSayInTheBrowserExactlyTheWordsItKnows() throws Exception {
        // given
        var browser = Files.readString(Path.of("src/main/frontend/canvas/words.ts"));
        var names = Pattern.compile("^  (\\w+): string;", Pattern.MULTILINE)
                .matcher(browser)
                .results()
                .map(found -> found.group(1))
                .toList();

        // then
        assertThat(Words.of(key -> key).keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Words.of(key -> key)).containsEntry("zoomIn", "canvas.zoom-in");
    }
}
