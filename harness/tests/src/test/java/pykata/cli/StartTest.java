package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.answer.Question;

/** The shell script {@code kata}, with a {@code java} that only says what it is asked for. */
@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason = "the script is for a POSIX shell; there, kata.cmd starts the launcher")
class StartTest {

    private static final Instant BUILT = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path folder;

    private Path root;
    private Path jdk;

    @BeforeEach
    void somethingBuilt() throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("my checkout"));
        jdk = root.resolve("../jdk 25").normalize();
        write(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '%s|' command \"$@\"\n");
        write(folder.resolve("path/java"), "#!/bin/sh\nprintf '%s|' launcher \"$@\"\n");
        jdk.resolve("bin/java").toFile().setExecutable(true);
        folder.resolve("path/java").toFile().setExecutable(true);
        Files.copy(Question.in(Path.of("")).root().resolve("kata"), root.resolve("kata"));
        root.resolve("kata").toFile().setExecutable(true);
        for (var file : List.of(
                "pom.xml",
                "harness/pom.xml",
                "harness/src/main/java/A.java",
                "harness/src/main/resources/a.txt",
                "lib/a library.jar")) {
            write(root.resolve(file), "");
        }
        write(jdk.resolve("release"), "");
        write(root.resolve("target/kata/built"), "%s\n \n%s\n".formatted(jdk, root.resolve("lib/a library.jar")));
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(BUILT));
            }
        }
    }

    @Test
    void what_is_built_is_started_at_once() throws Exception {
        assertThat(kata("kata", "list", "a b", "*"))
                .isEqualTo("command|@%s/target/kata/arguments|-Dpykata.directory=%s|pykata.cli.KataCommand|list|a b|*|"
                        .formatted(root, root));
    }

    @Test
    void a_link_is_as_good_as_the_script() throws Exception {
        Files.createSymbolicLink(root.resolve("first"), Path.of("kata"));
        Files.createSymbolicLink(folder.resolve("second"), root.resolve("first"));
        assertThat(kata("../second", "list")).startsWith("command|@" + root + "/target/kata/arguments|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "harness/pom.xml",
                "harness/src/main/java/A.java",
                "harness/src/main/java/New.java",
                "harness/src/main/resources/a.txt",
                "../jdk 25/release"
            })
    void what_is_newer_than_the_build_goes_to_the_launcher(String file) throws Exception {
        write(root.resolve(file), "changed");
        assertThat(kata("kata", "list")).startsWith("launcher|").endsWith("Launcher.java|" + root + "|list|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harness/src/main/java/A.java",
                "harness/pom.xml",
                "target/kata/built",
                "lib/a library.jar",
                "../jdk 25/bin/java"
            })
    void what_is_gone_goes_to_the_launcher(String file) throws Exception {
        Files.delete(root.resolve(file));
        assertThat(kata("kata", "list")).startsWith("launcher|");
    }

    @Test
    void another_jdk_goes_to_the_launcher() throws Exception {
        write(root.resolve("target/kata/built"), "%s\n %s\n".formatted(jdk, "/other/jdk"));
        assertThat(kata("kata", "list")).startsWith("launcher|");
    }

    private String kata(String script, String... arguments) throws Exception {
        var command = new ProcessBuilder(script.equals("kata") ? "./kata" : script).directory(root.toFile());
        command.command().addAll(List.of(arguments));
        command.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA25_HOME"));
        command.environment().merge("PATH", "", (path, _) -> folder.resolve("path") + ":" + path);
        var process = command.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
