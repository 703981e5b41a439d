package io.usher.designer.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves the house.
 *
 * @param sender of messages that name none
 * @param transactional why transactional mail is held; none: it goes out
 * @param marketing the same of marketing
 */
public record Mail(
        boolean server, boolean catcher, @Nullable String sender, List<Hold> transactional, List<Hold> marketing) {

    public static final String TRANSACTIONAL = "transactional";
    public static final String MARKETING = "marketing";

    /** Why mail is held, in the engine's words. */
    public record Hold(String code, String text) {}

    public Mail {
        transactional = List.copyOf(Objects.requireNonNullElse(transactional, List.of()));
        marketing = List.copyOf(Objects.requireNonNullElse(marketing, List.of()));
    }

    /** What holds mail of these kinds, what concerns all of it first. */
    public List<Hold> holds(Set<String> kinds) {
        var holds = new ArrayList<Hold>();
        if (!kinds.isEmpty()) {
            holds.addAll(transactional);
        }
        if (kinds.contains(MARKETING)) {
            marketing.stream().filter(hold -> !holds.contains(hold)).forEach(holds::add);
        }
        return holds;
    }
}
