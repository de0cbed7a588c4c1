package pykata.scenarios.iot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import pykata.scenarios.iot.demo.Child;
import pykata.scenarios.iot.demo.Part;
import pykata.scenarios.iot.wire.Ports;

/** Parts of the system in their processes, with a Python that compiles; gone at the end, and their folder with them. */
final class MeasuredSystem implements AutoCloseable {

    /** The property by which the parts find the compiler. */
    private static final String COMPILER = "pykata.graal.compiler";

    private final Workbench workbench;
    private final Path folder;
    private final int port = Ports.free();
    private final Deque<Child> children = new ArrayDeque<>();

    MeasuredSystem(Workbench workbench) throws IOException {
        this.workbench = workbench;
        System.setProperty(COMPILER, workbench.compiler());
        folder = Files.createTempDirectory("measured-iot");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    String kafka() {
        return "127.0.0.1:" + port;
    }

    /** One that goes with the system. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    String sqlite() {
        return "jdbc:sqlite:" + folder.resolve("store.sqlite");
    }

    Child log() throws InterruptedException {
        return started(begin(Part.LOG, "--directory", folder.resolve("log").toString(), "--port", "" + port));
    }

    /** @return where devices find it */
    String gateway(String... more) throws InterruptedException {
        var directory = folder.resolve("gateway").toString();
        var child = begin(Part.GATEWAY, with(List.of("--kafka", kafka(), "--directory", directory), more));
        return started(child).awaitReady().split(" ")[1];
    }

    Child sink() throws InterruptedException {
        return started(begin(Part.SINK, "--kafka", kafka(), "--store", sqlite()));
    }

    Child processor(String instance, String... more) throws InterruptedException {
        return started(beginProcessor(instance, more));
    }

    /** The same, which is not ready yet. */
    Child beginProcessor(String instance, String... more) {
        return begin(
                Part.PROCESSOR,
                with(
                        List.of(
                                "--kafka",
                                kafka(),
                                "--rules",
                                Part.rules().toString(),
                                "--state",
                                folder.resolve("state-" + instance).toString(),
                                "--instance",
                                instance),
                        more));
    }

    private static String[] with(List<String> first, String... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Child begin(Part part, String... arguments) {
        var child = Child.start(part, folder, _ -> {}, List.of(arguments));
        children.push(child);
        return child;
    }

    private Child started(Child child) throws InterruptedException {
        var begin = System.nanoTime();
        child.awaitReady();
        workbench.tell("  %s is ready after %.1f s", child.part().word(), seconds(System.nanoTime() - begin));
        return child;
    }

    static double seconds(long nanoseconds) {
        return nanoseconds / 1e9;
    }

    @Override
    public void close() {
        synchronized (children) {
            while (!children.isEmpty()) {
                children.pop().close();
            }
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
