package io.usher.designer.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is done with all ways of a decision at once. */
final class WaysOut {

    static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private WaysOut() {}

    /** The ways with one moved up or down; those with a rule or share are numbered anew. */
    static List<WayOut> moved(List<WayOut> exits, int from, int by) {
        var moved = new ArrayList<>(exits);
        Collections.swap(moved, from, from + by);
        int order = 1;
        for (int i = 0; i < moved.size(); i++) {
            if (!moved.get(i).isElse()) {
                moved.set(i, moved.get(i).at(order++));
            }
        }
        return moved;
    }

    static boolean canMove(List<WayOut> exits, int from, int by) {
        int to = from + by;
        return !exits.get(from).isElse()
                && to >= 0
                && to < exits.size()
                && !exits.get(to).isElse();
    }

    /** The same part of 100 % for each; what does not divide goes to the first ones, one percent each. */
    static List<WayOut> even(List<WayOut> exits) {
        int each = 100 / exits.size();
        var even = new ArrayList<WayOut>();
        for (int i = 0; i < exits.size(); i++) {
            int share = i < 100 % exits.size() ? each + 1 : each;
            even.add(exits.get(i).sharing(BigDecimal.valueOf(share)));
        }
        return even;
    }

    static BigDecimal sum(List<WayOut> exits) {
        return exits.stream().flatMap(exit -> exit.share().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String percent(BigDecimal share) {
        return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
    }
}
