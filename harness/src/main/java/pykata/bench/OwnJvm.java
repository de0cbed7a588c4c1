package pykata.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a JVM with the class path of this one, and with what a measurement's runtime needs.
 *
 * @param arguments of the JVM
 */
public record OwnJvm(List<String> arguments) {

    private static final List<String> BASE = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dpolyglot.engine.WarnInterpreterOnly=false");

    static OwnJvm of(Measurement measurement, String compiler) {
        var arguments = Stream.of(BASE, measurement.runtime().jvmArguments(compiler));
        return new OwnJvm(arguments.flatMap(List::stream).toList());
    }

    /** A process that is to end when its standard input does, so that it never outlives this JVM. */
    public Process start(Class<?> main, String... what) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = List.of("-classpath", System.getProperty("java.class.path"), main.getName());
        var command = Stream.of(List.of(java), arguments, program, List.of(what));
        return new ProcessBuilder(command.flatMap(List::stream).toList())
                .redirectError(Redirect.INHERIT)
                .start();
    }
}
