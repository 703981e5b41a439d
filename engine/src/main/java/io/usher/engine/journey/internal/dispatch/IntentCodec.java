package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.journey.internal.dispatch.Intent.Grantable;
import io.usher.engine.journey.internal.dispatch.Intent.Refused;
import io.usher.engine.journey.internal.dispatch.Intent.Start;
import io.usher.engine.journey.internal.dispatch.Intent.Stop;
import io.usher.engine.platform.words.EarlierSentence;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.ReasonForm;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.Reentry.Mode;
import io.usher.engine.workflow.Reentry.Unit;
import io.usher.engine.workflow.Reentry.WhileRunning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an {@link Intent} stands in its event. A later version of the engine must still read what an earlier one wrote. */
final class IntentCodec {

    private IntentCodec() {}

    static Params write(Intent intent) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("stops", intent.stops().stream().map(IntentCodec::stop).toList());
        values.put("starts", intent.starts().stream().map(IntentCodec::start).toList());
        return new Params(values);
    }

    static Intent read(Params params) {
        return new Intent(
                list(params.values().get("stops")).stream()
                        .map(IntentCodec::stop)
                        .toList(),
                list(params.values().get("starts")).stream()
                        .map(IntentCodec::start)
                        .toList());
    }

    private static Map<String, Object> stop(Stop stop) {
        var values = named(stop.workflow(), stop.name());
        values.put("journeys", stop.journeys().stream().map(JourneyId::value).toList());
        if (stop.reason() != null) {
            because(values, stop.reason());
        }
        return values;
    }

    private static Stop stop(Map<?, ?> values) {
        var journeys = values.get("journeys") instanceof List<?> ids ? ids : List.of();
        return new Stop(
                workflow(values),
                text(values, "name"),
                journeys.stream().map(id -> new JourneyId(id.toString())).toList(),
                reason(values));
    }

    private static Map<String, Object> start(Start start) {
        var values = named(start.workflow(), start.name());
        switch (start) {
            case Refused refused -> because(values, refused.reason());
            case Grantable grantable -> {
                values.put("version", (long) grantable.version());
                values.put("value", grantable.value());
                values.putAll(reentry(grantable.reentry()));
            }
        }
        return values;
    }

    private static Start start(Map<?, ?> values) {
        var reason = reason(values);
        if (reason != null) {
            return new Refused(workflow(values), text(values, "name"), reason);
        }
        return new Grantable(
                workflow(values),
                text(values, "name"),
                number(values, "version"),
                reentry(values),
                text(values, "value"));
    }

    private static void because(Map<String, Object> values, Reason reason) {
        values.put("reason", ReasonForm.write(reason));
        values.put("code", reason.code());
        values.put("text", EarlierSentence.of(reason));
    }

    /** An earlier version wrote a code and a sentence, of a stop that names journeys both empty. */
    private static @Nullable Reason reason(Map<?, ?> values) {
        var reason = ReasonForm.readOrNull(values.get("reason"));
        var code = text(values, "code");
        return reason != null || code.isEmpty() ? reason : Reason.told(code, text(values, "text"));
    }

    private static Map<String, Object> reentry(Reentry reentry) {
        var values = new LinkedHashMap<String, Object>();
        values.put("mode", reentry.mode().name());
        values.put("every", (long) reentry.every());
        values.put("whileRunning", reentry.whileRunning().name());
        if (reentry.unit() != null) {
            values.put("unit", reentry.unit().name());
        }
        if (reentry.per() != null) {
            values.put("per", reentry.per());
        }
        return values;
    }

    private static Reentry reentry(Map<?, ?> values) {
        return new Reentry(
                Mode.valueOf(text(values, "mode")),
                number(values, "every"),
                values.get("unit") instanceof String unit ? Unit.valueOf(unit) : null,
                values.get("per") instanceof String per ? per : null,
                WhileRunning.valueOf(text(values, "whileRunning")));
    }

    private static Map<String, Object> named(WorkflowId workflow, String name) {
        var values = new LinkedHashMap<String, Object>();
        values.put("workflow", workflow.value());
        values.put("name", name);
        return values;
    }

    private static WorkflowId workflow(Map<?, ?> values) {
        return new WorkflowId(text(values, "workflow"));
    }

    private static String text(Map<?, ?> values, String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    private static int number(Map<?, ?> values, String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }
}
