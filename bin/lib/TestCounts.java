import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Adds up what Surefire and Failsafe reported, names what was skipped and why, and ends with the counts. */
final class TestCounts {

    private static final int LINES_OF_A_REASON = 12;

    private int passed;
    private int failed;
    private final List<String> skipped = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        TestCounts counts = new TestCounts();
        try (var files = Files.walk(Path.of(arguments[0]))) {
            for (Path report : files.filter(TestCounts::isReport).sorted().toList()) {
                counts.add(report);
            }
        }
        System.exit(counts.print());
    }

    private static boolean isReport(Path file) {
        String path = file.toString();
        return path.contains("target") && path.matches(".*-reports/TEST-.*\\.xml");
    }

    private void add(Path report) throws Exception {
        var cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            add((Element) cases.item(i));
        }
    }

    private void add(Element test) throws IOException {
        if (test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength() > 0) {
            failed++;
            System.out.println("FAILED  " + name(test));
            reason(test).lines().limit(LINES_OF_A_REASON).forEach(line -> System.out.println("        " + line));
        } else if (test.getElementsByTagName("skipped").getLength() > 0) {
            Element why = (Element) test.getElementsByTagName("skipped").item(0);
            skipped.add("skipped " + name(test) + ": " + why.getAttribute("message"));
        } else {
            passed++;
        }
    }

    /** The head of what the failure said, with the test's own lines: enough to know what happened where only this is kept. */
    private static String reason(Element test) {
        var failures = test.getElementsByTagName("failure");
        return (failures.getLength() > 0 ? failures : test.getElementsByTagName("error")).item(0).getTextContent();
    }

    private static String name(Element test) {
        return test.getAttribute("classname") + "." + test.getAttribute("name");
    }

    private int print() {
        skipped.forEach(System.out::println);
        System.out.printf("tests: %d passed, %d failed, %d skipped%n", passed, failed, skipped.size());
        return failed == 0 && passed > 0 ? 0 : 1;
    }
}
