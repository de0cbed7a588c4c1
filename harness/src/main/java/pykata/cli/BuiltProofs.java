package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.TestJvm;
import pykata.python.Folders;

/**
 * A question's tests as Maven has built them. Nearly all that Maven does for them is to find out that nothing has changed;
 * this finds it out in a fraction of the time: each file that a build reads or writes is as it was after the last one.
 */
record BuiltProofs(Repository repository, Question question) {

    /** What decides how Maven and the JVMs that it starts work, besides files. */
    private static final List<String> ENVIRONMENT =
            List.of("MAVEN_OPTS", "MAVEN_ARGS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_HOME", "JAVA25_HOME");

    /** How to start the tests without Maven, module by module; empty, if Maven has to build them. */
    Optional<List<ProcessBuilder>> ifFresh() {
        var known = memory();
        if (Files.notExists(known) || !Uncheck.apply(Files::readString, known).equals(sources() + products())) {
            return Optional.empty();
        }
        return Optional.of(tested().stream()
                .map(module -> TestJvm.of(module).orElseThrow().again(module))
                .toList());
    }

    /** Forgets the last build: another one begins. */
    void forget() {
        Folders.deleteIfPossible(memory());
        tested().forEach(module -> Folders.deleteIfPossible(TestJvm.file(module)));
    }

    /**
     * Remembers a build that went well.
     *
     * @param sources as they were when it began: what was saved meanwhile may be built or not
     */
    void remember(String sources) {
        var folders = jvms().flatMap(jvm -> jvm.libraries().stream())
                .filter(Files::isDirectory)
                .filter(folder -> folder.startsWith(repository.root()))
                .filter(folder -> !folder.startsWith(quickstart()));
        var isKnown = folders.allMatch(folder -> modules().anyMatch(module -> folder.startsWith(module)));
        var isComplete = tested().stream().allMatch(module -> TestJvm.of(module).isPresent());
        if (isKnown && isComplete && sources.equals(sources())) {
            Uncheck.run(() -> Files.writeString(memory(), sources + products()));
        }
    }

    /** All that is built from: the files, each with its size and its time, and what the environment says. */
    String sources() {
        var root = repository.root();
        var aggregator = question.folder().getParent().resolve("pom.xml");
        var home = Path.of(System.getProperty("user.home"), ".m2");
        var files = Stream.of(
                        Stream.of(root.resolve("pom.xml"), root.resolve(".mvn"), aggregator),
                        Stream.of(home.resolve("settings.xml"), home.resolve("toolchains.xml")),
                        modules()
                                .flatMap(module -> Stream.of("pom.xml", "requirements.txt", "src/main", "src/test")
                                        .map(module::resolve)))
                .flatMap(each -> each);
        var environment = ENVIRONMENT.stream()
                .map(name -> name + "=" + System.getenv(name) + "\n")
                .collect(Collectors.joining());
        return environment + stamps(files);
    }

    /** All that a build writes and the tests are run from. */
    private String products() {
        var built = modules()
                .flatMap(module -> Stream.of("target/classes", "target/test-classes", "target/test-jvm.json")
                        .map(module::resolve));
        return stamps(Stream.concat(built, jvms().flatMap(jvm -> jvm.libraries().stream())));
    }

    private static String stamps(Stream<Path> paths) {
        var stamps = new TreeSet<String>();
        paths.forEach(path -> (Files.isDirectory(path) ? Folders.files(path, "").stream() : Stream.of(path))
                .forEach(file -> stamps.add(stamp(file))));
        return String.join("\n", stamps) + "\n";
    }

    private static String stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %d %s".formatted(file, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            return file + " is not there";
        }
    }

    private Stream<Path> modules() {
        return Stream.concat(Stream.of(repository.root().resolve("harness")), question.modules().stream());
    }

    /** The modules that have tests. */
    private List<Path> tested() {
        return question.modules().stream()
                .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
                .toList();
    }

    private Stream<TestJvm> jvms() {
        return tested().stream().flatMap(module -> TestJvm.of(module).stream());
    }

    private Path quickstart() {
        return repository.root().resolve("target/quickstart");
    }

    private Path memory() {
        return question.folder().resolve("target/built-proofs");
    }
}
