package io.usher.engine.message.internal.template;

import io.usher.engine.message.Renderer;
import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rendering under way: what is known, what was set meanwhile, and what has been written. */
final class Rendering {

    private final Renderer.Context context;
    private final Clock clock;
    private final boolean html;
    private final Map<String, @Nullable Object> assigned = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<String, Object> remembered = new HashMap<>();
    private final Deque<Map<String, @Nullable Object>> frames = new ArrayDeque<>();
    private StringBuilder out = new StringBuilder();
    private int turns;

    Rendering(Renderer.Context context, Clock clock, boolean html) {
        this.context = context;
        this.clock = clock;
        this.html = html;
    }

    Clock clock() {
        return clock;
    }

    ZoneId zone() {
        return context.zone();
    }

    Locale language() {
        return context.language();
    }

    boolean html() {
        return html;
    }

    /** What a name stands for: of the innermost loop, set by the template, a fact, a counter. */
    @Nullable
    Object variable(String name) {
        for (var frame : frames) {
            if (frame.containsKey(name)) {
                return frame.get(name);
            }
        }
        if (assigned.containsKey(name)) {
            return assigned.get(name);
        }
        var fact = context.facts().get(name);
        return fact == null && counters.containsKey(name) ? BigDecimal.valueOf(counters.get(name)) : fact;
    }

    void assign(String name, @Nullable Object value) {
        assigned.put(name, value);
    }

    /** The counter's value, moved by this much. */
    int count(String name, int by) {
        return counters.merge(name, by, Integer::sum);
    }

    /** What tags keep from one time to the next: places of cycles, ends of loops, the last text. */
    Map<String, Object> remembered() {
        return remembered;
    }

    /** The names of a loop until {@link #leave}. */
    Map<String, @Nullable Object> enter() {
        var frame = new HashMap<String, @Nullable Object>();
        frames.push(frame);
        return frame;
    }

    void leave() {
        frames.pop();
    }

    void turn() {
        Budget.step();
        if (++turns > Limits.ITERATIONS) {
            throw new ExceededException("loops more than " + Limits.ITERATIONS + " times");
        }
    }

    void write(String text) {
        Budget.characters(text.length());
        if (out.length() + (long) text.length() > Limits.OUTPUT) {
            throw new ExceededException("makes more than " + Limits.OUTPUT + " characters");
        }
        out.append(text);
    }

    /** A value, escaped where HTML is made. */
    void print(@Nullable Object value) {
        if (html) {
            Budget.characters(value instanceof CharSequence text ? text.length() : 0);
        }
        write(html ? Html.html(value) : Values.text(value));
    }

    /** What a body wrote, and how it goes on behind it. */
    record Captured(String text, Node.Flow flow) {}

    /** What the body writes, in place of writing it. */
    Captured captured(Node body) {
        var before = out;
        out = new StringBuilder();
        var flow = body.render(this);
        var text = out.toString();
        out = before;
        return new Captured(text, flow);
    }

    String written() {
        return out.toString();
    }
}
