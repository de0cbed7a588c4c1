import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the kata command: finds a JDK 25, builds the command if it is missing or stale, and hands over. It is run from
 * its source by whatever {@code java} is on the path, so it keeps to Java 17.
 */
final class Launcher {

    private static final int OLDEST = 25;
    private static final int SECONDS_PER_DOT = 3;

    /** The exit status of what is no fault of who calls. */
    private static final int FAULT = 3;

    /** What a shell and a JVM read a file's lines in. */
    private static final Charset NATIVE =
            Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));

    /** Builds that may be in use. */
    private static final int KEPT = 3;

    private final Path root;
    private final Path target;
    private final Path built;

    private Launcher(Path root) {
        this.root = root;
        this.target = root.resolve("target/kata");
        this.built = target.resolve("built");
    }

    /** Arguments: the repository's folder, then those of the command. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var launcher = new Launcher(Path.of(arguments[0]).toRealPath());
        System.exit(launcher.run(List.of(arguments).subList(1, arguments.length)));
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        if (root.toString().contains(File.pathSeparator)) {
            System.err.println("kata: no JVM finds a class in a folder with a %s in its path: move %s"
                    .formatted(File.pathSeparator, root));
            return FAULT;
        }
        var jdk = jdks().filter(home -> version(home) >= OLDEST).findFirst();
        if (jdk.isEmpty()) {
            System.err.println("kata needs a JDK 25 or newer: install one (any vendor), or set JAVA25_HOME to where one is");
            return FAULT;
        }
        if (isStale(jdk.get()) && !build(jdk.get())) {
            return FAULT;
        }
        var command = java(jdk.get(), "@" + target.resolve("arguments"));
        command.add("-Dpykata.directory=" + Path.of("").toAbsolutePath());
        command.add("pykata.cli.KataCommand");
        command.addAll(arguments);
        var kata = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kata)));
        return kata.waitFor();
    }

    private static List<String> java(Path jdk, String... arguments) {
        var command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        return command;
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

    private boolean build(Path jdk) throws IOException, InterruptedException {
        System.err.print("kata: building the command; the first time, this downloads what it needs ");
        var began = Instant.now(); // what changes while it is built is newer than the build
        var classPath = target.resolve("classpath");
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
            if (status(building) != 0) {
                return false;
            }
        } catch (IOException e) {
            System.err.println("kata needs Maven 3.8 or newer on the path: " + e.getMessage());
            return false;
        }
        prepare(jdk, Files.readString(classPath).strip(), began);
        System.err.println();
        return true;
    }

    private static int status(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.start();
        while (!process.waitFor(SECONDS_PER_DOT, TimeUnit.SECONDS)) {
            System.err.print(".");
        }
        if (process.exitValue() != 0) {
            System.err.println();
        }
        return process.exitValue();
    }

    /** Makes all that the command is started from. A command that is running keeps its own: each build has a folder. */
    private void prepare(Path jdk, String libraries, Instant began) throws IOException, InterruptedException {
        var build = Files.createDirectories(target.resolve("build-" + began.toEpochMilli()));
        var jar = pack(root.resolve("harness/target/classes"), build.resolve("harness.jar"));
        var classPath = Stream.concat(Stream.of(jar.toString()), Stream.of(libraries.split(File.pathSeparator)))
                .filter(library -> !library.endsWith(".pom")) // an artifact that only names others
                .collect(Collectors.joining(File.pathSeparator));
        var flags = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        flags.addAll(List.of("-Xlog:cds*=off", "-Xlog:aot*=off"));
        flags.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        flags.addAll(List.of("-Dpykata.root=" + root, "-Dpykata.jdk=" + jdk, "-cp", classPath));
        var cache = build.resolve("kata.aot");
        learn(jdk, flags, cache);
        flags.add("-XX:AOTCache=" + cache);
        var arguments = flags.stream().map(Launcher::quoted).collect(Collectors.toList());
        write(target.resolve("arguments"), arguments, Instant.now());
        var lines = new ArrayList<>(List.of(jdk.toString(), choice()));
        lines.addAll(List.of(classPath.split(File.pathSeparator)));
        write(built, lines, began);
        forgetOldBuilds();
    }

    /** Whole or not at all: another terminal may be reading it. */
    private static void write(Path file, List<String> lines, Instant time) throws IOException {
        var half = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        Files.write(half, lines, NATIVE);
        Files.setLastModifiedTime(half, FileTime.from(time));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lets a JVM look at the command at work, so that the next ones start from what it has loaded (JEP 483). */
    private static void learn(Path jdk, List<String> flags, Path cache) throws IOException, InterruptedException {
        var seen = cache.resolveSibling("rehearsal");
        var look = java(jdk, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + seen);
        look.addAll(flags);
        look.add("pykata.cli.Rehearsal");
        var keep = java(jdk, "-XX:AOTMode=create", "-XX:AOTConfiguration=" + seen, "-XX:AOTCache=" + cache);
        keep.addAll(flags);
        var looking = new ProcessBuilder(look)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        var keeping = new ProcessBuilder(keep)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (status(looking) != 0 || status(keeping) != 0) {
            Files.deleteIfExists(cache); // without it, a start takes half as long again
        }
        Files.deleteIfExists(seen);
    }

    /** In a jar, because a JVM does not keep what it has loaded from a folder. */
    private static Path pack(Path classes, Path jar) throws IOException {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".") != 0) {
            throw new IOException("cannot write " + jar);
        }
        return jar;
    }

    /** As one word of a file of arguments for {@code java}. */
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void forgetOldBuilds() {
        var builds = children(target)
                .filter(folder -> folder.getFileName().toString().startsWith("build-"))
                .collect(Collectors.toList());
        builds.subList(0, Math.max(0, builds.size() - KEPT)).stream()
                .flatMap(build -> Stream.concat(children(build), Stream.of(build)))
                .forEach(file -> file.toFile().delete());
    }

    /** Whether the command has to be built: {@code kata} asks the same before it starts a launcher. */
    private boolean isStale(Path jdk) throws IOException {
        if (!Files.exists(built) || !Files.exists(target.resolve("arguments"))) {
            return true;
        }
        var lines = Files.readAllLines(built, NATIVE);
        if (!lines.subList(0, 2).equals(List.of(jdk.toString(), choice()))
                || !lines.stream().skip(2).allMatch(jar -> Files.exists(Path.of(jar)))) {
            return true;
        }
        var time = built.toFile().lastModified();
        try (var sources = Files.walk(root.resolve("harness/src/main"))) {
            var others = Stream.of(root.resolve("pom.xml"), root.resolve("harness/pom.xml"), jdk.resolve("release"));
            return Stream.concat(sources, others).anyMatch(source -> source.toFile().lastModified() > time);
        }
    }

    /** What {@code kata} compares, so that another JDK is not overlooked. */
    private static String choice() {
        return Stream.of("JAVA25_HOME", "JAVA_HOME")
                .map(name -> Optional.ofNullable(System.getenv(name)).orElse(""))
                .collect(Collectors.joining(" "));
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
