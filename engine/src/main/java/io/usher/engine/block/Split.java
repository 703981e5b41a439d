package io.usher.engine.block;

import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.whole;

import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.Visit;
import io.usher.engine.workflow.spi.WayOut;
import io.usher.engine.workflow.spi.WayOut.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Divides contacts among its ways by their shares; the same contact always takes the same way. */
@Component
class Split implements DecisionBlock {

    private static final Sentence GROUP = Sentence.of("split", "group", "group", "branch");

    /** Shares are counted in hundredths of a percent. */
    private static final int BUCKETS = 10_000;

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "split",
            "Split",
            "Divides contacts by percentage. The same contact always takes the same branch.",
            "",
            "flow",
            "split",
            Drawn.EXCLUSIVE_GATEWAY,
            null,
            Ways.SHARES,
            List.of());

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Choice choose(Visit visit, List<WayOut> ways) {
        int bucket = bucket(visit);
        long upTo = 0;
        for (WayOut way : ways) {
            upTo += hundredths(way);
            if (bucket < upTo) {
                return new Choice(way, reason(bucket, way));
            }
        }
        return new Choice(ways.getLast(), reason(bucket, ways.getLast()));
    }

    @Override
    public List<SettingProblem> checkWays(List<WayOut> ways) {
        var problems = new ArrayList<SettingProblem>();
        long sum = 0;
        for (WayOut way : ways) {
            if (way.kind() != Kind.SHARE || way.share() == null) {
                problems.add(
                        new SettingProblem(way.flow(), "no-share", "has no share on its branch " + WayName.of(way)));
            } else if (!isShare(way)) {
                problems.add(new SettingProblem(
                        way.flow(),
                        "bad-share",
                        "has a wrong share on its branch " + WayName.of(way)
                                + "; enter a number above 0 and up to 100, with at most two decimals"));
            } else {
                sum += hundredths(way);
            }
        }
        if (problems.isEmpty() && sum != BUCKETS) {
            problems.add(new SettingProblem(
                    "", "shares", "has shares of " + percent(sum) + " percent in total; make them 100"));
        }
        if (ways.size() < 2) {
            problems.add(new SettingProblem("", "one-way", "has fewer than two branches; add another one"));
        }
        return problems;
    }

    private static int bucket(Visit visit) {
        var hash = Ids.derived(
                visit.workflow().value(), visit.block(), visit.contact().value());
        return (int) (Long.parseLong(hash.substring(0, 12), 16) % BUCKETS);
    }

    private static Reason reason(int bucket, WayOut way) {
        return GROUP.with(whole(bucket / 100 + 1), text(way.name().isEmpty() ? way.flow() : way.name()));
    }

    private static boolean isShare(WayOut way) {
        double share = way.share() == null ? 0 : way.share();
        return share > 0 && share <= 100 && BigDecimal.valueOf(share).scale() <= 2;
    }

    private static long hundredths(WayOut way) {
        return way.share() == null ? 0 : Math.round(way.share() * 100);
    }

    private static String percent(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
