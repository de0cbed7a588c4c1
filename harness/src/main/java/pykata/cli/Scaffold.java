package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.function.IORunnable;
import pykata.answer.Findings;
import pykata.answer.PageWriter;
import pykata.python.Folders;

/** A new question in a repository: all of it, or nothing. */
record Scaffold(Path root, Template template) {

    /**
     * Writes the question's folder, adds it to the poms, and gives it its row in the index.
     *
     * @return how many files the folder has
     * @throws IllegalStateException if a pom cannot be edited
     * @throws IOException if something cannot be written; then all is as it was
     */
    int write() throws IOException {
        var question = template.question();
        var poms = poms();
        var undo = new ArrayDeque<IORunnable>();
        var beside = Files.createTempDirectory(root, ".new-");
        try {
            write(beside.resolve("question"), question);
            var folder = root.resolve(template.id());
            if (Files.notExists(folder.getParent())) {
                Files.createDirectory(folder.getParent());
                undo.push(() -> Files.deleteIfExists(folder.getParent()));
            }
            Files.move(beside.resolve("question"), folder);
            undo.push(() -> Folders.delete(folder));
            for (var pom : poms.entrySet()) {
                replace(pom.getKey(), pom.getValue(), undo);
            }
            PageWriter.rewrite(root.resolve("README.md"), Findings.NONE);
            return question.size();
        } catch (IOException | RuntimeException e) {
            for (var step : undo) {
                step.run();
            }
            throw e;
        } finally {
            Folders.delete(beside);
        }
    }

    /** The poms as they will be: the module's, and the repository's if the module is new to it. */
    private Map<Path, String> poms() throws IOException {
        var poms = new LinkedHashMap<Path, String>();
        var module = root.resolve(template.module()).resolve("pom.xml");
        if (Files.exists(module)) {
            poms.put(module, edited(module, template.slug()));
        } else {
            poms.put(module, template.modulePom());
            poms.put(root.resolve("pom.xml"), edited(root.resolve("pom.xml"), template.module()));
        }
        return poms;
    }

    private String edited(Path pom, String module) throws IOException {
        try {
            return ModuleList.of(Files.readString(pom)).with(module);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "%s cannot be added to %s: %s. Nothing was written."
                            .formatted(module, root.relativize(pom), e.getMessage()),
                    e);
        }
    }

    private static void replace(Path file, String text, Deque<IORunnable> undo) throws IOException {
        if (Files.exists(file)) {
            var before = Files.readString(file);
            undo.push(() -> Files.writeString(file, before));
        } else {
            undo.push(() -> Files.deleteIfExists(file));
        }
        Files.writeString(file, text);
    }

    private static void write(Path folder, Map<String, String> texts) throws IOException {
        for (var text : texts.entrySet()) {
            var file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}
