package io.usher.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * The program behind {@code ./usher bench NAME}: measures, prints a table, leaves {@code NAME.json} and {@code NAME.html}. Ends
 * with 0, or 1 when a limit was not kept, 2 when it was called wrongly, 8 when it broke off.
 */
final class BenchCommand {

    private static final int WRONG_USAGE = 2;
    private static final int NOT_KEPT = 1;
    private static final int BROKE_OFF = 8;

    private BenchCommand() {}

    public static void main(String[] words) {
        try {
            var arguments = Arguments.of(words);
            var witness = new Witness(House.variable("USHER_BENCH_PROCESSES"));
            try (var house = House.ofEnvironment(arguments.quick())) {
                var result = measure(arguments, Benches.named(arguments.name()), house, witness);
                write(result, Path.of(House.variable("USHER_BENCH_OUT")));
                System.out.print(TextTable.of(result));
                System.exit(result.kept() ? 0 : NOT_KEPT);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("usher: " + e.getMessage());
            System.exit(WRONG_USAGE);
        } catch (Throwable e) { // an Error would end with 1, which says that a limit was not kept
            e.printStackTrace();
            System.exit(BROKE_OFF);
        }
    }

    private static Result measure(Arguments arguments, Bench bench, House house, Witness witness) throws Exception {
        Consumer<String> progress = text -> System.err.println("  bench      " + text);
        progress.accept("filling the house");
        var contests = bench.contests(house);
        int count = house.size(7, 3);
        var rounds = new Rounds(house.size(2, 1), count, progress);
        var outcomes = new ArrayList<Result.Outcome>();
        for (var contest : contests) {
            outcomes.add(new Result.Outcome(contest.name(), contest.reference(), rounds.of(contest)));
        }
        return new Result(
                arguments.name(),
                bench.about(),
                arguments.quick(),
                count,
                outcomes,
                witness.tell(house, House.variable("USHER_BENCH_COMMIT"), House.variable("USHER_BENCH_ZEEBE")));
    }

    static void write(Result result, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(result.bench() + ".json"), JsonReport.of(result));
        Files.writeString(folder.resolve(result.bench() + ".html"), HtmlPage.of(result));
    }
}
