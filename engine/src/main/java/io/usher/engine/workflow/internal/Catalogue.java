package io.usher.engine.workflow.internal;

import io.usher.engine.workflow.spi.BlockType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The blocks there are, by their key and in the order of the palette. */
@Component
public class Catalogue {

    /** The families in the order of the palette. */
    public static final List<String> FAMILIES = List.of("flow", "message", "audience", "data", "time");

    private final List<BlockType> blocks;
    private final Map<String, BlockType> byKey = new HashMap<>();

    public Catalogue(List<BlockType> blocks) {
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(Catalogue::familyOrder)
                        .thenComparing(block -> block.description().key()))
                .toList();
        for (BlockType block : blocks) {
            if (byKey.put(block.description().key(), block) != null) {
                throw new IllegalStateException(
                        "Two blocks have the key " + block.description().key());
            }
            if (familyOrder(block) < 0) {
                throw new IllegalStateException(
                        "No family " + block.description().family());
            }
        }
    }

    public List<BlockType> blocks() {
        return blocks;
    }

    public Optional<BlockType> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Place of the block's family in the palette, from 0. */
    public static int familyOrder(BlockType block) {
        return FAMILIES.indexOf(block.description().family());
    }
}
