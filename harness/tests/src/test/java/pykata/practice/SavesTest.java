package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pykata.python.Folders;

/** A save is noticed wherever the file is, and however it comes there. */
class SavesTest {

    @TempDir
    Path root;

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void a_saved_file_is_noticed_once() throws Exception {
        write("practice/gil.py", "one");
        try (var saves = saves()) {
            write("practice/gil.py", "three");
            assertNoticed();
            write("practice/gil.py", "fifteen");
            assertNoticed();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void an_editor_may_rename_over_it() throws Exception {
        write("practice/gil.py", "one");
        try (var saves = saves()) {
            write("practice/gil.py~", "two");
            Files.move(
                    root.resolve("practice/gil.py~"),
                    root.resolve("practice/gil.py"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertNoticed();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a link needs a right of its own")
    void the_file_may_be_a_link() throws Exception {
        write("elsewhere/mine.py", "one");
        Files.createDirectory(root.resolve("practice"));
        Files.createSymbolicLink(root.resolve("practice/gil.py"), root.resolve("elsewhere/mine.py"));
        try (var saves = saves()) {
            write("elsewhere/mine.py", "three");
            assertNoticed();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a link needs a right of its own")
    void the_folder_may_be_a_link() throws Exception {
        write("elsewhere/gil.py", "one");
        Files.createSymbolicLink(root.resolve("practice"), root.resolve("elsewhere"));
        try (var saves = saves()) {
            write("elsewhere/gil.py", "three");
            assertNoticed();
            write("practice/rates.py", "three");
            assertNoticed();
        }
    }

    @Test
    void the_folder_may_be_removed_and_made_again() throws Exception {
        write("practice/gil.py", "one");
        try (var saves = saves()) {
            Folders.delete(root.resolve("practice"));
            assertNoticed();
            write("practice/gil.py", "one");
            assertNoticed();
            write("practice/gil.py", "three");
            assertNoticed();
        }
    }

    @Test
    void modules_beside_it_are_noticed_too() throws Exception {
        write("practice/gil.py", "one");
        write("practice/shop/__init__.py", "");
        try (var saves = saves()) {
            write("practice/rates.py", "one");
            assertNoticed();
            write("practice/shop/prices.py", "one");
            assertNoticed();
            Files.delete(root.resolve("practice/rates.py"));
            assertNoticed();
        }
    }

    @Test
    void what_it_cannot_import_or_belongs_to_another_kata_is_not() throws Exception {
        write("practice/gil.py", "one");
        var file = root.resolve("practice/gil.py");
        var before = Saves.stamps(file, Set.of("metaclasses"));
        write("practice/metaclasses.py", "of another kata");
        write("practice/memory-model.py", "of another kata");
        write("practice/gil-1.py", "a version that is kept");
        write("practice/progress.json", "{}");
        write("practice/notes/todo.py", "in no package");
        assertThat(Saves.stamps(file, Set.of("metaclasses"))).isEqualTo(before);
        write("practice/rates.py", "of this one");
        assertThat(Saves.stamps(file, Set.of("metaclasses"))).isNotEqualTo(before);
    }

    private Saves saves() {
        return new Saves(root.resolve("practice/gil.py"), Set.of(), () -> told.add("saved"));
    }

    private void assertNoticed() throws InterruptedException {
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("saved");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
