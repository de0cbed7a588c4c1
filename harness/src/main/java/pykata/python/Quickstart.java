package pykata.python;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prepares what lets every later JVM start GraalPy in less than half the time: an archive of GraalPy's loaded classes
 * (class-data sharing, JEP 310 and 483) and a cache of the standard library's byte code. The archive fits the JVM and the
 * modules it was made with; with any other, and if there is none, a JVM starts as slowly as before and says nothing.
 *
 * <p>To be run by a JVM with the flags of those that shall start quickly, {@code -XX:SharedArchiveFile} among them: it
 * names the archive, and the others have to be the same when it is made.
 */
final class Quickstart {

    private static final String ARCHIVE = "-XX:SharedArchiveFile=";
    /** The archive holds classes as they are when they are linked; only what makes it needs to be told. */
    private static final String LINKED = "-XX:+AOTClassLinking";

    private static final String SCRIPT = Shim.text(Quickstart.class, "quickstart.py");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Quickstart() {}

    /** Makes what is missing or was made for others; with the argument {@code train}, is the run that is learnt from. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("train")) {
            train();
            return;
        }
        var archive = archive(flags());
        var madeFor = archive.resolveSibling(archive.getFileName() + ".made-for");
        var wanted = fingerprint();
        if (Files.exists(archive)
                && Files.exists(madeFor)
                && Files.readString(madeFor).equals(wanted)) {
            return;
        }
        System.out.println("PyKata: making GraalPy start faster, once per checkout and JDK; this takes half a minute");
        Files.deleteIfExists(madeFor);
        try {
            make(archive);
            Files.writeString(madeFor, wanted);
        } catch (IOException reason) {
            System.out.println("PyKata: GraalPy goes on starting slowly: " + reason.getMessage());
        }
    }

    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    static Path archive(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.startsWith(ARCHIVE))
                .map(flag -> Path.of(flag.substring(ARCHIVE.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(ARCHIVE + "... is missing: it says what to make"));
    }

    /** What an archive depends on: this JVM, its flags, and the modules as they are on disk. */
    private static String fingerprint() throws IOException {
        var lines =
                new ArrayList<>(List.of(System.getProperty("java.vm.vendor"), System.getProperty("java.vm.version")));
        lines.addAll(flags());
        lines.add(LINKED);
        lines.add("learnt from " + SCRIPT.hashCode());
        for (var module : Folders.children(Path.of(System.getProperty("jdk.module.path")))) {
            lines.add("%s %d %s".formatted(module, Files.size(module), Files.getLastModifiedTime(module)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void make(Path archive) throws IOException {
        var folder = Files.createTempDirectory(archive.getParent(), "making-");
        try {
            var classes = folder.resolve("classes.txt");
            var made = folder.resolve("classes.jsa");
            java(List.of(
                    "-XX:DumpLoadedClassList=" + classes,
                    "-Dpolyglot.python.DontWriteBytecodeFlag=false",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Quickstart.class.getName(),
                    "train"));
            // without a class path: an empty one is where every other begins, so that the archive fits them all
            java(List.of("-Xshare:dump", LINKED, "-XX:SharedClassListFile=" + classes, ARCHIVE + made));
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void java(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        flags().stream().filter(flag -> !flag.startsWith(ARCHIVE)).forEach(command::add);
        command.addAll(arguments);
        var java = CompletedProcess.of(new ProcessBuilder(command).redirectErrorStream(true), LIMIT);
        if (java.status() != 0) {
            throw new IOException("java ended with %d: %s".formatted(java.status(), reason(java.said())));
        }
    }

    /** What a JVM said of its end, without its stack trace: all of the exception, or else the last line. */
    static String reason(String said) {
        var lines = said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .toList();
        var exceptions = lines.stream()
                .filter(line -> line.startsWith("Exception in thread"))
                .toList();
        var first = exceptions.isEmpty() ? lines.size() - 1 : lines.lastIndexOf(exceptions.getLast());
        return String.join("\n", lines.subList(Math.max(0, first), lines.size()));
    }

    /** Touches much of GraalPy, and of what tests use beside it. A native extension comes once per JVM: so, SQLite once. */
    private static void train() {
        HttpClient.newHttpClient().close();
        try (var python = new GraalPy(Sources.of(), Limits.DEFAULT.within(LIMIT))) {
            python.call("builtins.exec", "import sqlite3", Map.of());
            python.call("builtins.exec", SCRIPT, Map.of("__name__", "__main__"));
            var context = python.newContext();
            context.eval("python", SCRIPT);
            context.eval("python", "lambda it: (str(it), it.size(), [*it])").execute(List.of("LAMP"));
        }
    }
}
