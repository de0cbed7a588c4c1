package pykata.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;

/**
 * How the JVM that carried out a module's tests was started by Maven, so that it can be started again without it.
 *
 * @param java the executable
 * @param classPath as Maven made it
 * @param properties those that our own code reads
 */
public record TestJvm(String java, List<String> flags, String classPath, Map<String, String> properties) {

    /** Set for Maven by who wants to know. */
    public static final String WANTED = "PYKATA_TEST_JVM";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a module keeps it. */
    public static Path file(Path module) {
        return module.resolve("target/test-jvm.json");
    }

    /** That of a module; empty, if Maven has not been asked for it, or it is not understood. */
    public static Optional<TestJvm> of(Path module) {
        try {
            return Optional.of(JSON.readValue(file(module).toFile(), TestJvm.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Notes down this JVM, if somebody wants to know. */
    static void note(Path module) {
        if (System.getenv(WANTED) == null) {
            return;
        }
        var properties = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("pykata.") || name.equals("basedir"))
                .collect(Collectors.toMap(name -> name, System::getProperty));
        var jvm = new TestJvm(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                System.getProperty("java.class.path"),
                properties);
        Uncheck.run(() -> JSON.writeValue(file(module).toFile(), jvm), () -> "cannot write " + file(module));
    }

    /** The folders and jars that its classes come from, those on its module path too. */
    public List<Path> libraries() {
        var modules = flags.stream()
                .filter(flag -> flag.startsWith("--module-path="))
                .map(flag -> flag.substring("--module-path=".length()));
        return Stream.concat(Stream.of(classPath), modules)
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .map(Path::of)
                .toList();
    }

    /** The same tests again, in their module's folder. */
    public ProcessBuilder again(Path module) {
        var command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath, TestRun.class.getName()));
        return new ProcessBuilder(command).directory(module.toFile());
    }
}
