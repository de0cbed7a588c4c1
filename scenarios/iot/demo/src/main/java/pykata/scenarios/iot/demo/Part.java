package pykata.scenarios.iot.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A part of the system: what its process is made of. */
public enum Part {
    LOG("LogMain", 384, List.of()),
    GATEWAY(
            "GatewayMain",
            256,
            List.of(
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED")),
    PROCESSOR("ProcessorMain", 768, List.of("-Dpolyglot.engine.WarnInterpreterOnly=false")),
    SINK("SinkMain", 128, List.of()),
    API("ApiMain", 128, List.of()),
    DEVICES("DevicesMain", 128, List.of());

    /** The property that names a folder with the Graal compiler's jars. */
    static final String COMPILER = "pykata.graal.compiler";

    private static final Path QUESTION = question();

    private final String main;
    private final int megabytes;
    private final List<String> flags;

    Part(String main, int megabytes, List<String> flags) {
        this.main = main;
        this.megabytes = megabytes;
        this.flags = flags;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the rules' Python lies. */
    public static Path rules() {
        return QUESTION.resolve("src/main/python");
    }

    /**
     * @param more flags of the JVM
     * @param folder for what libraries unpack: a process that is killed leaves it there
     */
    List<String> command(List<String> more, Path folder, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(megabytes),
                "-Djava.io.tmpdir=" + folder,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (this != PROCESSOR) { // the only one in which something is computed for long
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(flags);
        command.addAll(more);
        if (this == PROCESSOR) {
            command.addAll(compiling());
        }
        command.add("-classpath");
        command.add(target().resolve("classes") + File.pathSeparator + classPath());
        command.add("pykata.scenarios.iot.%s.%s".formatted(word(), main));
        command.addAll(arguments);
        return command;
    }

    /** What makes GraalPy compile on any JDK, if somebody says where the compiler's jars are. */
    private static List<String> compiling() {
        var compiler = System.getProperty(COMPILER, "");
        return compiler.isEmpty()
                ? List.of()
                : List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "--upgrade-module-path=" + compiler);
    }

    private String classPath() {
        try {
            return Files.readString(target().resolve("class-path"));
        } catch (IOException e) {
            throw new UncheckedIOException("the part %s is not built".formatted(word()), e);
        }
    }

    private Path target() {
        return QUESTION.resolve(word()).resolve("target");
    }

    /** This class lies in the question's folder, in {@code demo/target/classes}. */
    private static Path question() {
        var classes = Path.of(URI.create(
                Part.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        return classes.resolve("../../..").normalize();
    }
}
