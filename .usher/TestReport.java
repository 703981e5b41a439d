import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads the XML of surefire and failsafe below the given folders, and files of lines {@code pass|fail|skip <tab> name
 * <tab> reason}, and says what happened: failures, skips with their reasons, the slowest classes, the totals. Ends with 1
 * when a test failed or when none ran.
 */
class TestReport {

    enum Result {
        PASS,
        FAIL,
        SKIP
    }

    record Case(Result result, String name, String reason) {}

    record Timed(String name, double seconds) {}

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
        for (String kind : List.of("failure", "error", "skipped")) {
            if (test.getElementsByTagName(kind).item(0) instanceof Element outcome) {
                String message = outcome.getAttribute("message");
                String reason = message.isBlank() ? outcome.getTextContent() : message;
                return new Case(kind.equals("skipped") ? Result.SKIP : Result.FAIL, name, oneLine(reason));
            }
        }
        return new Case(Result.PASS, name, "");
    }

    private void readLines(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", 3);
            cases.add(new Case(Result.valueOf(parts[0].toUpperCase()), parts[1], parts.length > 2 ? parts[2] : ""));
        }
    }

    private int print() {
        list("Failed", Result.FAIL);
        list("Skipped", Result.SKIP);
        if (!classes.isEmpty()) {
            System.out.println("\nSlowest test classes");
            classes.stream()
                    .sorted(Comparator.comparingDouble(Timed::seconds).reversed())
                    .limit(SLOWEST)
                    .forEach(timed -> System.out.printf("  %7.1f s  %s%n", timed.seconds(), timed.name()));
        }
        long passed = count(Result.PASS);
        long failed = count(Result.FAIL);
        if (passed + failed == 0) {
            System.out.println("\nNo test ran: that is a failure too.");
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
