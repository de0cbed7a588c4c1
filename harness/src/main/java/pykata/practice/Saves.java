package pykata.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a learner has saved: the working file, or a module of theirs beside it, which it may import. It looks
 * again and again, because what an operating system tells of changes ends at a link and with a folder that is removed.
 */
public final class Saves implements AutoCloseable {

    /** Milliseconds between two looks. */
    private static final long TURN = 100;

    /** Editors write a file in steps; it is saved when it stays the same for so many milliseconds. */
    private static final long SAME_SAVE = 60;

    private static final Pattern MODULE = Pattern.compile("([A-Za-z_]\\w*)\\.py");

    /** How a file on disk is told from another one of its name. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {}

    private final Path file;
    private final Set<String> others;
    private final Runnable saved;
    private volatile Map<Path, ?> seen;
    private final Thread thread;

    /**
     * Begins to look.
     *
     * @param others names of modules beside the working file that it has nothing to do with: those of other katas
     * @param saved is run after each save, in another thread
     */
    public Saves(Path file, Set<String> others, Runnable saved) {
        this.file = file;
        this.others = others;
        this.saved = saved;
        this.seen = stamps(file, others);
        this.thread = Thread.ofPlatform().daemon().name("saves").start(this::look);
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(TURN);
                if (hasChanged()) {
                    do {
                        Thread.sleep(SAME_SAVE);
                    } while (hasChanged());
                    saved.run();
                }
            }
        } catch (InterruptedException e) {
            // nobody looks any longer
        }
    }

    private boolean hasChanged() {
        var before = seen;
        seen = stamps(file, others);
        return !seen.equals(before);
    }

    /** What tells one state of the files from another. */
    static Map<Path, ?> stamps(Path file, Set<String> others) {
        var stamps = new HashMap<Path, Stamp>();
        note(file, stamps);
        var folder = file.getParent();
        children(folder, each -> isModule(each, others)).forEach(each -> note(each, stamps));
        children(folder, each -> Files.exists(each.resolve("__init__.py")))
                .flatMap(each -> children(each, part -> part.toString().endsWith(".py")))
                .forEach(each -> note(each, stamps));
        return stamps;
    }

    /** Whether a working file can import it. Other katas' working files do not count, nor do versions that are kept. */
    private static boolean isModule(Path each, Set<String> others) {
        var module = MODULE.matcher(each.getFileName().toString());
        return module.matches() && !others.contains(module.group(1));
    }

    /** Links count as what they lead to; a file that is not there has no stamp. */
    private static void note(Path each, Map<Path, Stamp> stamps) {
        try {
            var attributes = Files.readAttributes(each, BasicFileAttributes.class);
            stamps.put(each, new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
        } catch (IOException e) {
            // it is gone, or on its way
        }
    }

    private static Stream<Path> children(Path folder, Predicate<Path> which) {
        try (var children = Files.list(folder)) {
            return children.filter(which).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.of(); // the folder is gone, or changes under our eyes
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
