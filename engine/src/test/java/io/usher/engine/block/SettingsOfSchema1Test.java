package io.usher.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.message.internal.template.PlainRenderer;
import io.usher.engine.order.Order;
import io.usher.engine.order.Orders;
import io.usher.engine.platform.words.English;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.rule.internal.PlainRules;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Json;
import io.usher.engine.workflow.internal.SettingsSchemas;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.WaitBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/**
 * The golden file holds, of every block that was released with schema 1, its form then and settings that were written then.
 * Running journeys go by such settings, so the file is added to and never changed. When this test fails, a block's settings
 * mean something else now: give the block one more of {@link BlockType#settingsChanges()} (ADR 33).
 */
class SettingsOfSchema1Test {

    private static final Map<String, BlockType> BLOCKS = Stream.of(
                    new Start(),
                    new Exit(),
                    new Condition(PlainRules.create()),
                    new Split(),
                    new Wait(),
                    new GetOrder(new NoOrders()),
                    new SegmentAdd(null),
                    new SegmentRemove(null),
                    new SendMessage(null, PlainRenderer.create(), null, null, null, new Sentences()))
            .collect(Collectors.toMap(block -> block.description().key(), Function.identity()));

    static Stream<String> released() {
        return golden().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("released")
    void shouldKeepTheFormOfItsSchema(String key) {
        var block = block(key);
        if (block.settingsSchema() > 1) {
            return;
        }
        var former = map(map(golden().get(key)).get("fields"));
        var now = block.description().fields();

        former.forEach((name, form) -> assertThat(now)
                .as("%s of %s", name, key)
                .filteredOn(field -> field.name().equals(name))
                .singleElement()
                .satisfies(field -> shouldBeReadAs(field, map(form))));
        assertThat(now)
                .as("A field that is required now was not written then")
                .filteredOn(field -> !former.containsKey(field.name()))
                .noneMatch(Field::required);
    }

    private static void shouldBeReadAs(Field field, Map<String, Object> former) {
        assertThat(field.kind().name()).isEqualTo(former.get("kind"));
        assertThat(field.required() && !(Boolean) former.get("required"))
                .as("is required now")
                .isFalse();
        assertThat(field.defaultValue() instanceof Integer number ? number.longValue() : field.defaultValue())
                .isEqualTo(former.get("default"));
        assertThat(field.options().keySet()).containsAll(list(former.get("options")));
    }

    @ParameterizedTest
    @MethodSource("released")
    void shouldReadWhatWasWrittenThen(String key) {
        var block = block(key);
        for (var each : list(map(golden().get(key)).get("written"))) {
            var example = map(each);
            var settings = SettingsSchemas.FIRST.read(block, new Settings(map(example.get("settings"))));

            assertThat(block.check(settings)).isEmpty();
            assertThat(names(block)).containsAll(settings.values().keySet());
            block.description().fields().stream()
                    .filter(field -> field.required() && field.shownWhen().isEmpty())
                    .filter(field -> !list(example.get("beforeRequired")).contains(field.name()))
                    .forEach(field -> assertThat(settings.values()).containsKey(field.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void shouldDoWhatWasMeantThen(String key) {
        var block = block(key);
        for (var each : list(map(golden().get(key)).get("written"))) {
            var example = map(each);
            if (example.containsKey("means")) {
                var read = SettingsSchemas.FIRST.read(block, new Settings(map(example.get("settings"))));
                assertThat(meaning(block, read.values())).isEqualTo(example.get("means"));
            }
        }
    }

    private static String meaning(BlockType block, Map<String, Object> settings) {
        var visit = FakeVisit.of(settings).withEvent("1001", Map.of("order", Map.of("id", "1001")));
        return switch (block) {
            case WaitBlock wait ->
                English.of(wait.due(visit).what()) + ", until "
                        + wait.due(visit).until();
            case ActionBlock action -> patience(action, visit);
            default -> throw new IllegalStateException("Nothing is known to ask of " + block);
        };
    }

    private static String patience(ActionBlock block, FakeVisit visit) {
        for (int minutes = 0; minutes < 100; minutes++) {
            var outcome = block.run(visit.after(Duration.ofMinutes(minutes)));
            if (!(outcome instanceof Outcome.NotYet)) {
                return minutes + " minutes, then " + (outcome instanceof Outcome.GoOn ? "goes on" : "ends");
            }
        }
        return "for ever";
    }

    private static BlockType block(String key) {
        return Objects.requireNonNull(BLOCKS.get(key), "A block that was released is gone: " + key);
    }

    private static List<String> names(BlockType block) {
        return block.description().fields().stream().map(Field::name).toList();
    }

    private static Map<String, Object> golden() {
        try (var file = SettingsOfSchema1Test.class.getResourceAsStream("settings-of-schema-1.json")) {
            return Objects.requireNonNull(Json.object(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object json) {
        return json == null ? List.of() : (List<T>) json;
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
}
