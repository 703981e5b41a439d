package io.usher.engine.block;

import io.usher.engine.order.Order;
import io.usher.engine.order.Orders;
import io.usher.engine.rule.Rules;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockDescription.Kind;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Visit;
import java.util.List;
import reactor.core.publisher.Mono;

/** Blocks for tests that read drawings without Spring: the real ones that need nothing, and actions that only can be drawn. */
public final class DrawableBlocks {

    private DrawableBlocks() {}

    public static List<BlockType> all(Rules rules) {
        return List.of(
                new Start(),
                new Exit(),
                new Wait(),
                new Condition(rules),
                new Split(),
                new GetOrder(new NoOrders()),
                action("segment-add", "usher.segment-add", Field.of("segment", "Segment", "", Kind.SEGMENT)),
                action("segment-remove", "usher.segment-remove", Field.of("segment", "Segment", "", Kind.SEGMENT)),
                action(
                        "send-message",
                        "usher.send",
                        Field.choice("channel", "Channel", "", "email", "E-mail")
                                .optional(),
                        Field.choice("kind", "Kind", "", "transactional", "T", "marketing", "M"),
                        Field.of("subject", "Subject", "", Kind.TEMPLATE),
                        Field.of("html", "Content", "", Kind.HTML_TEMPLATE)));
    }

    private static BlockType action(String key, String taskType, Field... fields) {
        return new DrawnAction(new BlockDescription(
                key, key, "", "", "flow", "", Drawn.SERVICE_TASK, taskType, Ways.ONE, List.of(fields)));
    }

    private record NoOrders() implements Orders {

        @Override
        public Mono<Order> find(WorkspaceId workspace, String externalOrderId) {
            return Mono.empty();
        }

        @Override
        public Mono<Order> latest(WorkspaceId workspace, ContactId contact) {
            return Mono.empty();
        }
    }

    /** An action that is drawn, checked and compiled, but never visited. */
    private record DrawnAction(BlockDescription description) implements ActionBlock {

        @Override
        public Outcome run(Visit visit) {
            throw new UnsupportedOperationException("Only drawn");
        }
    }
}
