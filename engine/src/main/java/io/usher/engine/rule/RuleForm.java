package io.usher.engine.rule;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of a rule, for the API's documentation only; {@link Rules#parse} reads it from plain maps and lists. */
@Schema(name = "Rule", description = """
    One of {"all":[..]}, {"any":[..]}, {"not":{..}}, {"some":"event.items","where":{..}} or a comparison:
    {"fact","op","value"} or {"fact","op","compare"}. At most 10 levels, 100 comparisons and 300 parts.

    **Paths.** Names with their case and dots between them. A name may itself contain dots: of several that
    fit, the longest that leads to something counts. A number picks an element of a list, `*` takes every
    value of a list or map. `event.key` and `start.key` are the event's key, also when a param has that
    name; such a param is `event.params.key`. The same paths are read in `per` and `match` of triggers, in
    `keyParam` of an event type and in Get order.

    **Missing.** A value that is null counts as missing. On a missing fact only `missing` and the negative
    operators (`not-equal`, `not-contains`, `not-one-of`) hold. `exists` does not hold for an empty or blank
    text, an empty list or an empty object either, and `missing` does.

    **Kinds.** What cannot be compared is not equal, greater, before ... and the decision says why
    ("is a list", "is no number"); a negative operator then holds. A list is compared with `contains` or
    looked into with `some` or `*`. "120,00" is no number.

    **Times.** ISO with or without offset, with `T` or a space: `2026-12-24T19:00:00+01:00`,
    `2026-12-24 19:00:00 UTC`, `+0200`, `+02`, or a date alone (its first moment). A time that names no zone
    is read in the workspace's zone, and the decision says so. `before` and `after` also read numbers and
    digits as seconds (years 1973 to 2286) or milliseconds (1979 to 2286) since 1970.""")
public record RuleForm(
        @Schema(description = "Every one must hold") @Nullable
        List<RuleForm> all,

        @Schema(description = "At least one must hold") @Nullable
        List<RuleForm> any,

        @Schema(description = "Must not hold") @Nullable RuleForm not,

        @Schema(description = """
            Path of a list: one and the same element must meet `where`. Inside, `item.price` is that element's
            price and `item` an element that is a plain value; other paths have no `*` there, and a list
            inside the element begins with `item.`""", example = "event.items") @Nullable
        String some,

        @Schema(description = "With some: the rule about one element") @Nullable
        RuleForm where,

        @Schema(description = """
            Path that begins with `event.`, `start.`, `contact.`, `order.`, `segment.`, `consent.` or `message.`
            (in `where` also `item`); with `*` the comparison holds when one of the values does, a negative
            one when none of them is equal.""", example = "event.items.*.price") @Nullable
        String fact,

        @Schema(
                description = """
                    equal, not-equal: numbers by value (a numeric text equals the number), times of day as instants,
                    other texts exactly, true and false also as text; lists and objects only with each other.
                    greater, greater-or-equal, less, less-or-equal: numbers or numeric texts, else times; other texts
                    have no order. before, after: times.
                    contains, not-contains: part of a text without regard to case, or an equal element of a list.
                    starts-with, ends-with: texts, without regard to case.
                    one-of, not-one-of: equal to one of the listed values, or to one that `compare` leads to.
                    exists, missing: take no value.""",
                allowableValues = {
                    "equal",
                    "not-equal",
                    "greater",
                    "greater-or-equal",
                    "less",
                    "less-or-equal",
                    "contains",
                    "not-contains",
                    "starts-with",
                    "ends-with",
                    "one-of",
                    "not-one-of",
                    "exists",
                    "missing",
                    "before",
                    "after"
                })
        @Nullable
        String op,

        @Schema(description = "A text, number or boolean; a list of these for one-of and not-one-of", example = "120")
        @Nullable
        Object value,

        @Schema(description = "In place of value: the path of another fact", example = "start.eventId") @Nullable
        String compare) {}
