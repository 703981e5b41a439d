package io.usher.engine.message.internal.template;

import java.util.Set;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** A filter of the library that counts as a step, and whose values stay within bounds. */
final class SafeFilter extends Filter {

    private static final Set<String> ARITHMETIC = Set.of(
            "abs", "at_least", "at_most", "ceil", "divided_by", "floor", "minus", "modulo", "plus", "round", "times");

    private final Filter filter;
    private final boolean arithmetic;

    SafeFilter(Filter filter) {
        super(filter.getName());
        this.filter = filter;
        this.arithmetic = ARITHMETIC.contains(filter.getName());
    }

    @Override
    public @Nullable Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
        Budget.step();
        checkInput(value);
        for (var param : params) {
            checkInput(param);
        }
        checkGrowth(value, context, params);
        return Sizes.checked(filter.apply(value, context, params));
    }

    private void checkInput(@Nullable Object value) {
        Sizes.checked(value);
        if (arithmetic) {
            Sizes.checkNumberText(value);
        }
    }

    /** The two filters that multiply sizes. */
    private void checkGrowth(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
        if (name.equals("replace") && params.length > 1) {
            var text = asString(value, context);
            var needle = asString(params[0], context);
            long times = needle.isEmpty() ? text.length() + 1L : text.length() / needle.length();
            refuseAbove(text.length() + times * asString(params[1], context).length());
        }
        if (name.equals("join") && params.length > 0 && isArray(value)) {
            refuseAbove((long) asArray(value, context).length
                    * asString(params[0], context).length());
        }
    }

    private static void refuseAbove(long size) {
        if (size > Limits.VALUE) {
            throw Sizes.tooLarge();
        }
    }
}
