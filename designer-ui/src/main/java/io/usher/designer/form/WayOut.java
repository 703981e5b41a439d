package io.usher.designer.form;

import io.usher.designer.canvas.Selection.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way out of a decision with what its flow carries.
 *
 * @param json {@code usher.exit}; whatever else stands in it is kept
 */
record WayOut(
        String id,
        String name,
        Map<String, Object> json,
        @Nullable String target) {

    private static final String NAME = "name";
    private static final String ORDER = "order";
    private static final String RULE = "rule";
    private static final String SHARE = "share";
    private static final String ELSE = "else";

    static WayOut of(Way way) {
        var json = Json.copy(way.exit());
        var name = json.get(NAME) instanceof String said && !said.isBlank() ? said : way.name();
        return new WayOut(way.id(), name, json, way.targetName());
    }

    /** The ways in the order in which they are tried; the one for everybody else comes last. */
    static List<WayOut> inOrder(List<Way> ways) {
        var exits = new ArrayList<>(ways.stream().map(WayOut::of).toList());
        exits.sort(Comparator.comparing(WayOut::isElse).thenComparing(WayOut::order));
        return exits;
    }

    boolean isElse() {
        return Boolean.TRUE.equals(json.get(ELSE));
    }

    BigDecimal order() {
        return number(json.get(ORDER)).orElse(BigDecimal.ZERO);
    }

    Optional<BigDecimal> share() {
        return number(json.get(SHARE));
    }

    boolean hasShare() {
        return json.containsKey(SHARE);
    }

    @Nullable
    Map<String, Object> rule() {
        if (!(json.get(RULE) instanceof Map<?, ?> map)) {
            return null;
        }
        var rule = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> rule.put(String.valueOf(name), value));
        return rule;
    }

    WayOut named(String name) {
        return new WayOut(id, name, with(NAME, name), target);
    }

    WayOut at(int order) {
        return with(Map.of(ORDER, order));
    }

    WayOut ruled(@Nullable Map<String, Object> rule) {
        return new WayOut(id, name, with(RULE, rule), target);
    }

    WayOut sharing(@Nullable BigDecimal share) {
        return new WayOut(id, name, with(SHARE, share == null ? null : plain(share)), target);
    }

    /** The same way, taken by everybody else, or no more. */
    WayOut otherwise(boolean otherwise) {
        var changed = with(ELSE, otherwise ? true : null);
        changed.remove(RULE);
        return new WayOut(id, name, changed, target);
    }

    private WayOut with(Map<String, Object> values) {
        var changed = new LinkedHashMap<>(json);
        changed.putIfAbsent(NAME, name);
        changed.putAll(values);
        return new WayOut(id, name, changed, target);
    }

    private Map<String, Object> with(String field, @Nullable Object value) {
        var changed = new LinkedHashMap<>(json);
        changed.putIfAbsent(NAME, name);
        changed.putIfAbsent(ORDER, 0);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    private static Object plain(BigDecimal share) {
        var plain = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
        return plain.scale() <= 0 ? (Object) plain.intValue() : plain;
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        return value instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.ofNullable(Objects.toString(value, null))
                        .filter(text -> text.matches("\\d{1,3}([.]\\d{1,2})?"))
                        .map(BigDecimal::new);
    }
}
