package io.usher.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.words.SentenceTexts;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final List<BlockType> BLOCKS = List.of(
            new Start(),
            new Exit(),
            new Wait(),
            new Split(),
            new Condition(null),
            new GetOrder(null),
            new SegmentAdd(null),
            new SegmentRemove(null),
            new SendMessage(null, null, null, null, null, new Sentences()));

    /** The first are in English where the block declares them. */
    @Test
    void shouldCallEverythingOfEachBlockInSwedishToo() {
        var said = new TreeSet<String>();
        BLOCKS.forEach(block -> add(said, block.description()));

        assertThat(SentenceTexts.labels("block.")).isEqualTo(said);
    }

    private static void add(Set<String> said, BlockDescription block) {
        var key = "block." + block.key();
        add(said, key + ".title", block.title());
        add(said, key + ".help", block.help());
        block.fields().forEach(field -> add(said, key + "." + field.name(), field));
    }

    private static void add(Set<String> said, String key, Field field) {
        add(said, key + ".label", field.label());
        add(said, key + ".help", field.help());
        field.options().forEach((value, label) -> add(said, key + "." + value, label));
    }

    private static void add(Set<String> said, String key, String text) {
        if (!text.isEmpty()) {
            said.add(key);
        }
    }
}
