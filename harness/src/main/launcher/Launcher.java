import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the kata command: finds a JDK 25, builds the command if it is missing or stale, and hands over. It is run from
 * its source by whatever {@code java} is on the path, so it keeps to Java 17.
 */
final class Launcher {

    private static final int OLDEST = 25;
    private static final int SECONDS_PER_DOT = 3;

    private final Path root;

    private Launcher(Path root) {
        this.root = root;
    }

    /** Arguments: the repository's folder, then those of the command. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var launcher = new Launcher(Path.of(arguments[0]).toRealPath());
        System.exit(launcher.run(List.of(arguments).subList(1, arguments.length)));
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        var jdk = jdks().filter(home -> version(home) >= OLDEST).findFirst();
        if (jdk.isEmpty()) {
            System.err.println("kata needs a JDK 25 or newer: install one (any vendor), or set JAVA25_HOME to where one is");
            return 1;
        }
        var classPath = root.resolve("target/kata/classpath");
        if (isStale(classPath) && !build(jdk.get(), classPath)) {
            return 1;
        }
        var command = new ArrayList<String>();
        command.add(jdk.get().resolve("bin/java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dpykata.root=" + root);
        command.add("-Dpykata.jdk=" + jdk.get());
        command.add("-Dpykata.directory=" + Path.of("").toAbsolutePath());
        command.add("-cp");
        command.add(root.resolve("harness/target/classes") + File.pathSeparator + Files.readString(classPath).strip());
        command.add("pykata.cli.KataCommand");
        command.addAll(arguments);
        var kata = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kata)));
        return kata.waitFor();
    }

    /** Stays until the command has left the terminal in order, whoever ends us: Ctrl-C reaches both, a signal only us. */
    private static void end(Process kata) {
        kata.destroy();
        try {
            kata.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean build(Path jdk, Path classPath) throws IOException, InterruptedException {
        System.err.print("kata: building the command; the first time, this downloads what it needs ");
        var mvn = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        var building = new ProcessBuilder(
                        mvn,
                        "-q",
                        "-B",
                        "-Dstyle.color=never",
                        "-pl",
                        "harness",
                        "process-classes",
                        "dependency:build-classpath",
                        "-Dmdep.includeScope=runtime",
                        "-Dmdep.outputFile=" + classPath)
                .directory(root.toFile());
        building.environment().putIfAbsent("JAVA25_HOME", jdk.toString());
        building.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            var maven = building.start();
            while (!maven.waitFor(SECONDS_PER_DOT, TimeUnit.SECONDS)) {
                System.err.print(".");
            }
            System.err.println();
            if (maven.exitValue() != 0) {
                return false;
            }
            Files.setLastModifiedTime(classPath, FileTime.from(Instant.now())); // Maven leaves an unchanged one alone
            return true;
        } catch (IOException e) {
            System.err.println("kata needs Maven 3.8 or newer on the path: " + e.getMessage());
            return false;
        }
    }

    /** Whether a source of the command is newer than its class path, which is written after its classes. */
    private boolean isStale(Path classPath) throws IOException {
        if (!Files.exists(classPath) || !Files.isDirectory(root.resolve("harness/target/classes"))) {
            return true;
        }
        var built = Files.getLastModifiedTime(classPath);
        try (var sources = Files.walk(root.resolve("harness/src/main"))) {
            return Stream.concat(sources, Stream.of(root.resolve("pom.xml"), root.resolve("harness/pom.xml")))
                    .anyMatch(source -> modified(source).compareTo(built) > 0);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> jdks() {
        var home = Path.of(System.getProperty("user.home"));
        var named = Stream.concat(
                Stream.of("JAVA25_HOME", "JAVA_HOME"),
                System.getenv().keySet().stream().filter(name -> name.matches("JAVA.*_HOME")));
        var folders = Stream.of(
                Path.of("/usr/lib/jvm"),
                home.resolve(".jdks"),
                home.resolve(".sdkman/candidates/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of("C:/Program Files/Java"),
                Path.of("C:/Program Files/Eclipse Adoptium"));
        return Stream.of(
                        named.map(System::getenv).filter(value -> value != null && !value.isBlank()).map(Path::of),
                        Stream.of(Path.of(System.getProperty("java.home"))),
                        folders.flatMap(Launcher::children))
                .flatMap(each -> each)
                .map(each -> Files.isDirectory(each.resolve("Contents/Home")) ? each.resolve("Contents/Home") : each);
    }

    private static Stream<Path> children(Path folder) {
        var children = Optional.ofNullable(folder.toFile().listFiles()).orElse(new File[0]);
        return Stream.of(children).map(File::toPath).sorted();
    }

    /** A JDK's major version, by its release file; 0 for a folder that is none. */
    private static int version(Path home) {
        var release = home.resolve("release");
        if (!Files.exists(release) || !Files.exists(home.resolve("lib/modules"))) {
            return 0;
        }
        try (var lines = Files.newBufferedReader(release)) {
            var properties = new Properties();
            properties.load(lines);
            var version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Integer.parseInt(version.split("[.+-]")[0]);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
