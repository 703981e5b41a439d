import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads the XML of surefire and failsafe below the given folders, and files of lines {@code pass|fail|skip <tab> name
 * <tab> reason}, and says what happened: failures, tests that passed only when they were run once more, skips with their
 * reasons, the slowest classes, the totals. Ends with 1 when a test failed or when none ran.
 */
class TestReport {

    enum Result {
        PASS,
        /** Failed, was run once more and passed: counted as passed, and named so that somebody mends it. */
        UNSTABLE,
        FAIL,
        SKIP
    }

    record Case(Result result, String name, String reason) {}

    record Timed(String name, double seconds) {}

    /** By the elements of surefire's format, the worst first. */
    private static final Map<String, Result> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("failure", Result.FAIL);
        KINDS.put("error", Result.FAIL);
        KINDS.put("flakyFailure", Result.UNSTABLE);
        KINDS.put("flakyError", Result.UNSTABLE);
        KINDS.put("skipped", Result.SKIP);
    }

    private static final int SLOWEST = 10;
    private static final int LONGEST_REASON = 300;

    private final List<Case> cases = new ArrayList<>();
    private final List<Timed> classes = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        TestReport report = new TestReport();
        for (String arg : args) {
            Path path = Path.of(arg);
            if (Files.isDirectory(path)) {
                report.readFolder(path);
            } else if (Files.isRegularFile(path)) {
                report.readLines(path);
            }
        }
        System.exit(report.print());
    }

    private void readFolder(Path folder) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try {
                readSuite(builder.parse(file.toFile()).getDocumentElement());
            } catch (org.xml.sax.SAXException broken) {
                cases.add(new Case(Result.FAIL, file.getFileName().toString(), "its report is no whole XML: the run was cut off"));
            }
        }
    }

    private void readSuite(Element suite) {
        classes.add(new Timed(suite.getAttribute("name"), seconds(suite)));
        NodeList tests = suite.getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
            cases.add(read((Element) tests.item(i)));
        }
    }

    private static Case read(Element test) {
        String name = simple(test.getAttribute("classname")) + "." + test.getAttribute("name");
        for (var kind : KINDS.entrySet()) {
            if (test.getElementsByTagName(kind.getKey()).item(0) instanceof Element outcome) {
                return new Case(kind.getValue(), name, oneLine(reason(outcome)));
            }
        }
        return new Case(Result.PASS, name, "");
    }

    /** A re-run puts its trace into an element of its own, beside what the test printed. */
    private static String reason(Element outcome) {
        String message = outcome.getAttribute("message");
        if (!message.isBlank()) {
            return message;
        }
        return outcome.getElementsByTagName("stackTrace").item(0) instanceof Element trace
                ? trace.getTextContent()
                : outcome.getTextContent();
    }

    private void readLines(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", 3);
            cases.add(new Case(Result.valueOf(parts[0].toUpperCase()), parts[1], parts.length > 2 ? parts[2] : ""));
        }
    }

    private int print() {
        list("Failed", Result.FAIL);
        list("UNSTABLE: failed, and passed when run once more. Mend what makes it fail", Result.UNSTABLE);
        list("Skipped", Result.SKIP);
        if (!classes.isEmpty()) {
            System.out.println("\nSlowest test classes");
            classes.stream()
                    .sorted(Comparator.comparingDouble(Timed::seconds).reversed())
                    .limit(SLOWEST)
                    .forEach(timed -> System.out.printf("  %7.1f s  %s%n", timed.seconds(), timed.name()));
        }
        long unstable = count(Result.UNSTABLE);
        long passed = count(Result.PASS) + unstable;
        long failed = count(Result.FAIL);
        if (passed + failed == 0) {
            System.out.println("\nNo test ran: that is a failure too.");
        }
        if (unstable > 0) {
            System.out.printf("%n%d UNSTABLE, named above%n", unstable);
        }
        System.out.printf("%n%d passed, %d failed, %d skipped%n", passed, failed, count(Result.SKIP));
        return failed > 0 || passed == 0 ? 1 : 0;
    }

    private void list(String title, Result result) {
        if (count(result) > 0) {
            System.out.println("\n" + title);
            cases.stream()
                    .filter(one -> one.result() == result)
                    .forEach(one -> System.out.printf("  %s: %s%n", one.name(), one.reason()));
        }
    }

    private long count(Result result) {
        return cases.stream().filter(one -> one.result() == result).count();
    }

    private static double seconds(Element suite) {
        String time = suite.getAttribute("time").replace(",", "");
        return time.isBlank() ? 0 : Double.parseDouble(time);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "no reason given";
        }
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + " ..." : line;
    }
}
