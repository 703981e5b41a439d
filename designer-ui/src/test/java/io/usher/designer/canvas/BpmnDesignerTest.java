package io.usher.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
}
