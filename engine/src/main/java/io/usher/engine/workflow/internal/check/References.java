package io.usher.engine.workflow.internal.check;

import io.usher.engine.rule.Rule;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.Triggers;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockDescription.Kind;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The segments and event types that a drawing and its triggers name, whether they exist or not. */
public record References(Set<String> segments, Set<EventTypeKey> eventTypes) {

    private static final String SEGMENT_FACT = "segment.";

    public static References of(Sketch sketch, Triggers triggers) {
        var segments = new TreeSet<String>();
        var types = new TreeSet<>(triggers.eventTypes());
        for (Block block : sketch.blocks().values()) {
            named(block, Kind.SEGMENT).map(Named::key).forEach(segments::add);
            named(block, Kind.EVENT_TYPE).map(Named::key).map(EventTypeKey::new).forEach(types::add);
            block.out().stream().flatMap(References::segmentsOf).forEach(segments::add);
        }
        filters(triggers).flatMap(References::segmentsOf).forEach(segments::add);
        return new References(segments, types);
    }

    /** A key in a setting. */
    record Named(Field field, String key) {}

    /** The keys that a block's settings of this kind name. */
    static Stream<Named> named(Block block, Kind kind) {
        if (block.type() == null) {
            return Stream.of();
        }
        return block.type().description().fields().stream()
                .filter(field -> field.kind() == kind)
                .flatMap(field -> block.settings().text(field.name()).stream()
                        .filter(key -> key.length() <= EventTypeKey.MAX_LENGTH)
                        .map(key -> new Named(field, key)));
    }

    /** The segments that the rule of a way names. */
    static Stream<String> segmentsOf(Flow flow) {
        return flow.wayOut() == null ? Stream.of() : segmentsOf(flow.wayOut().rule());
    }

    static Stream<String> segmentsOf(@Nullable Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) -> rules.stream().flatMap(References::segmentsOf);
            case Rule.Any(var rules) -> rules.stream().flatMap(References::segmentsOf);
            case Rule.Not(var denied) -> segmentsOf(denied);
            case Rule.Some(var list, var where) -> segmentsOf(where);
            case Rule.Comparison comparison ->
                Stream.of(comparison.fact(), comparison.compare())
                        .filter(Objects::nonNull)
                        .filter(fact -> fact.startsWith(SEGMENT_FACT))
                        .map(fact -> fact.substring(SEGMENT_FACT.length()))
                        .filter(key -> !key.equals("*"));
            case null -> Stream.of();
        };
    }

    private static Stream<Rule> filters(Triggers triggers) {
        return Stream.concat(
                        triggers.start().stream().map(link -> link.filter()),
                        triggers.stop().stream().map(link -> link.filter()))
                .filter(Objects::nonNull);
    }
}
