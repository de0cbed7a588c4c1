package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Python;

/** A copy of the healthy answer that a test spoils with one edit and then proves. */
final class TillAnswer {

    /** Where the copy lies, relative to this module. Each test makes it anew. */
    static final String FOLDER = "target/till";

    private static final Path HEALTHY = Path.of("src/test/answers/till");
    private static final Path COPY = Path.of(FOLDER);

    /** JUnit warns of private and static tests: in a build rightly, here on purpose. */
    private static final Logger WARNINGS = Logger.getLogger("org.junit.platform.launcher.core.DiscoveryIssueNotifier");

    private static boolean isBeingProved;

    private final Map<String, String> properties = new HashMap<>(Map.of("pykata.strict", "false"));

    private TillAnswer() {}

    /** What became of the attempts, each as {@code method: title}, and of the class as a whole. */
    record Verdict(List<String> green, List<String> skipped, List<String> red, String printed) {

        private static Verdict of(Events events, String printed) {
            return new Verdict(
                    events.succeeded()
                            .filter(Verdict::isAttempt)
                            .map(Verdict::title)
                            .toList(),
                    events.aborted().map(Verdict::message).toList(),
                    events.failed().map(Verdict::message).toList(),
                    printed);
        }

        private static boolean isAttempt(Event event) {
            return event.getTestDescriptor().isTest();
        }

        private static String title(Event event) {
            var attempt = event.getTestDescriptor();
            var claim = attempt.getParent().orElseThrow();
            return claim.getDisplayName().replaceFirst("\\(.*", "") + ": " + attempt.getDisplayName();
        }

        private static String message(Event event) {
            var result = event.getRequiredPayload(TestExecutionResult.class);
            return String.valueOf(result.getThrowable().orElseThrow().getMessage());
        }
    }

    /** The copy as the last test left it. */
    static TillAnswer asItIs() {
        return new TillAnswer();
    }

    static TillAnswer healthy() {
        try {
            remove(COPY);
            copy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TillAnswer().edit("README.md", "GraalPy and CPython", GraalPy.version() + " and " + reference());
    }

    /** The answer without its second claim: for test classes that have only the first. */
    static TillAnswer ofOneClaim() {
        var whole = healthy();
        var page = read("README.md");
        return whole.write("README.md", page.substring(0, page.indexOf("### <a id=\"" + Till.CHANGE)))
                .delete("src/test/python/broken/" + Till.CHANGE);
    }

    /** The CPython that proves claims here, such as {@code CPython 3.14.3}. */
    static String reference() {
        return CPython.reference().interpreter().toString();
    }

    TillAnswer edit(String file, String old, String now) {
        var text = read(file);
        assertThat(text).as(file).contains(old);
        return write(file, text.replace(old, now));
    }

    TillAnswer append(String file, String text) {
        return write(file, read(file) + text);
    }

    TillAnswer write(String file, String text) {
        try {
            Files.createDirectories(COPY.resolve(file).getParent());
            Files.writeString(COPY.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TillAnswer delete(String folder) {
        try {
            assertThat(COPY.resolve(folder)).isDirectory();
            remove(COPY.resolve(folder));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TillAnswer with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Proves all claims of a test class, or only some, as a build does whose filter names them. */
    Verdict prove(Class<?> test, String... claims) {
        properties.putIfAbsent("pykata.filter", claims.length == 0 ? "" : "a filter");
        var selectors = claims.length == 0
                ? List.of(DiscoverySelectors.selectClass(test))
                : Arrays.stream(claims).map(claim -> method(test, claim)).toList();
        return prove(selectors);
    }

    /** Makes a single attempt, as an IDE does that repeats the one that failed. */
    Verdict proveFirstAttempt(Class<?> test, String claim) {
        properties.putIfAbsent("pykata.filter", "a filter");
        return prove(List.of(DiscoverySelectors.selectIteration(method(test, claim), 0)));
    }

    private static MethodSelector method(Class<?> test, String claim) {
        var parameters = Python.class.getName() + "," + Observed.class.getName();
        return DiscoverySelectors.selectMethod(test, claim, parameters);
    }

    private Verdict prove(List<? extends DiscoverySelector> selectors) {
        var before = new HashMap<String, String>();
        properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        var out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        WARNINGS.setLevel(Level.OFF);
        isBeingProved = true;
        try {
            var results = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectors.toArray(DiscoverySelector[]::new))
                    .execute();
            return Verdict.of(results.allEvents(), printed.toString(StandardCharsets.UTF_8));
        } finally {
            isBeingProved = false;
            WARNINGS.setLevel(null);
            System.setOut(out);
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }

    static boolean isBeingProved() {
        return isBeingProved;
    }

    /** A place as messages name it: file, colon, and the line that holds a text. */
    static String at(String file, String text) {
        var lines = read(file).lines().toList();
        for (var line = 0; line < lines.size(); line++) {
            if (lines.get(line).contains(text)) {
                return name(file) + ":" + (line + 1);
            }
        }
        throw new AssertionError(file + " has no line with " + text);
    }

    /** A file or folder as messages name it. */
    static String name(String file) {
        var question = Question.in(COPY);
        return question.name(question.folder().resolve(file));
    }

    private static String read(String file) {
        try {
            return Files.readString(COPY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy() throws IOException {
        try (var files = Files.walk(HEALTHY)) {
            for (var file : files.toList()) {
                var target = COPY.resolve(HEALTHY.relativize(file));
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
