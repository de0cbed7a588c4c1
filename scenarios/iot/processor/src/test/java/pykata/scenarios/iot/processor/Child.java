package pykata.scenarios.iot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of ours. It ends with this JVM, because its standard input does. */
final class Child implements AutoCloseable {

    private static final int PATIENCE = 300; // seconds

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Child(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(() -> listen(process.inputReader()));
    }

    static Child start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private void listen(BufferedReader said) {
        try (said) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("ready ")) {
                    ready.complete(line);
                }
            }
            ready.completeExceptionally(new IllegalStateException("it ended before it was ready"));
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
    }

    String awaitReady() throws Exception {
        return ready.get(PATIENCE, TimeUnit.SECONDS);
    }

    /** SIGKILL: nothing in it gets to do anything any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @param name such as {@code STOP} and {@code CONT} */
    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    /** Its parent is gone. */
    int closeInput() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return awaitEnd();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
