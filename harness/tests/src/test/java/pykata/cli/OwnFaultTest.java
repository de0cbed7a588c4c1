package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no fault of who types the command is told in a sentence, and ends with 3. */
class OwnFaultTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new IllegalStateException("Maven does not run"), "Maven does not run"),
                Arguments.of(new NoSuchFileException("a.json"), "there is no a.json"),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("a.json")), "there is no a.json"),
                Arguments.of(new AccessDeniedException("a.json"), "a.json may not be read or written"),
                Arguments.of(
                        new UncheckedIOException("cannot write a.json", new NoSuchFileException("a.json")),
                        "cannot write a.json"),
                Arguments.of(new FileSystemException("a.json", null, "Is a directory"), "a.json: Is a directory"),
                Arguments.of(new FileAlreadyExistsException("a.json"), "a.json: FileAlreadyExistsException"),
                Arguments.of(new UncheckedIOException("cannot write x", new IOException("full")), "cannot write x"),
                Arguments.of(
                        new NullPointerException(),
                        "this is our own fault, please tell us: java.lang.NullPointerException in OwnFaultTest.java:"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void is_told_in_a_sentence(Throwable fault, String sentence) {
        assertThat(OwnFault.sentence(fault)).startsWith(sentence).doesNotContain("null");
    }

    @Test
    void an_error_ends_with_no_answers_status() {
        var said = new ByteArrayOutputStream();
        var status = OwnFault.statusOf(
                () -> {
                    throw new NoClassDefFoundError("pykata/cli/Repository");
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("kata: this is our own fault, please tell us: java.lang.NoClassDefFoundError: ")
                .hasLineCount(1);
        assertThat(OwnFault.statusOf(() -> 1, System.err)).isEqualTo(1);
    }
}
