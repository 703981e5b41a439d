package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic without overflow and without binary fractions: whole numbers as large as they get, money to the cent. */
final class Numbers {

    private static final MathContext DIVISION = new MathContext(16, RoundingMode.HALF_UP);
    private static final int MAX_PLACES = 20;

    private Numbers() {}

    /** What no number is counts as zero, as everywhere in Liquid. */
    static BigDecimal of(@Nullable Object value) {
        var number = Values.number(value);
        return number == null ? BigDecimal.ZERO : Values.checked(number);
    }

    private static BigDecimal result(BigDecimal number) {
        if (number.precision() + Math.abs((long) number.scale()) > Limits.DIGITS) {
            throw new ExceededException("makes a number with more than " + Limits.DIGITS + " digits");
        }
        return number;
    }

    static BigDecimal plus(BigDecimal one, BigDecimal other) {
        return result(one.add(other));
    }

    static BigDecimal times(BigDecimal one, BigDecimal other) {
        return result(one.multiply(other));
    }

    /** Down to a whole number when both are whole, else a fraction. */
    static BigDecimal divided(BigDecimal one, BigDecimal by) {
        refuseZero(by);
        if (isWhole(one) && isWhole(by)) {
            return floor(one.divide(by, 1, RoundingMode.FLOOR));
        }
        var exact = one.divide(by, DIVISION).stripTrailingZeros();
        return result(exact.scale() < 1 ? exact.setScale(1, RoundingMode.UNNECESSARY) : exact);
    }

    /** The rest, with the sign of the divisor. */
    static BigDecimal modulo(BigDecimal one, BigDecimal by) {
        refuseZero(by);
        var rest = one.remainder(by);
        return result(rest.signum() != 0 && rest.signum() != by.signum() ? rest.add(by) : rest);
    }

    private static void refuseZero(BigDecimal number) {
        if (number.signum() == 0) {
            throw FlawException.somewhere("it divides by zero");
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0;
    }

    static BigDecimal floor(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR);
    }

    static BigDecimal ceil(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING);
    }

    /** With all places shown, since amounts of money go through it. */
    static BigDecimal round(BigDecimal number, int places) {
        if (Math.abs(places) > MAX_PLACES) {
            throw new ExceededException("rounds to more than " + MAX_PLACES + " places");
        }
        var rounded = number.setScale(places, RoundingMode.HALF_UP);
        return places < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    /** Whole numbers from one to the other; made as they are asked for. */
    static List<@Nullable Object> range(@Nullable Object from, @Nullable Object to) {
        var first = floor(of(from)).toBigInteger();
        var size = floor(of(to)).toBigInteger().subtract(first).add(BigInteger.ONE);
        int length = size.max(BigInteger.ZERO)
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
        return new AbstractList<>() {
            @Override
            public @Nullable Object get(int index) {
                return new BigDecimal(first.add(BigInteger.valueOf(index)));
            }

            @Override
            public int size() {
                return length;
            }
        };
    }
}
