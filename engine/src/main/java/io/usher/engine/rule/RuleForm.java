package io.usher.engine.rule;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of a rule, for the API's documentation only; {@link Rules#parse} reads it from plain maps and lists. */
@Schema(name = "Rule", description = """
                Either {"all":[..]}, {"any":[..]} or one comparison {"fact","op","value"} or {"fact","op","compare"}.
                At most 10 levels and 100 comparisons. Names are matched with their case. A name may itself contain dots.
                A value that is null counts as missing; an empty text or list does not. On a missing fact only
                `missing` and the negative operators (`not-equal`, `not-contains`, `not-one-of`) hold.""")
public record RuleForm(
        @Schema(description = "Every one must hold") @Nullable
        List<RuleForm> all,

        @Schema(description = "At least one must hold") @Nullable
        List<RuleForm> any,

        @Schema(description = """
                        Path that begins with `event.`, `start.`, `contact.`, `order.`, `segment.`, `consent.` or `message.`;
                        a number picks an element of a list; `*` means every value of a list or map: the comparison holds
                        when one of them does, a negative one when none of them is equal.""", example = "event.items.*.price") @Nullable
        String fact,

        @Schema(
                description = """
                        equal, not-equal: numbers by value (a numeric text equals the number), instants as instants when both
                        texts are ISO date-times with an offset, other texts exactly, true and false also as text.
                        greater, greater-or-equal, less, less-or-equal: numbers or numeric texts, else instants; texts have no order.
                        before, after: instants, ISO date-times with an offset or ISO dates (which begin at 00:00 UTC).
                        contains, not-contains: part of a text without regard to case, or an equal element of a list.
                        starts-with, ends-with: texts, without regard to case.
                        one-of, not-one-of: equal to one of the listed values. exists, missing: take no value.""",
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
