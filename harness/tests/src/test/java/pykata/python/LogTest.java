package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a log says what happened, however long the log is. */
class LogTest {

    private static final String STOP = """
        Timeout (0:00:01)!
        Thread 0x00007f (most recent call first):
          File "/usr/lib/python3/threading.py", line 3 in wait
          File "/answers/bank.py", line 7 in deposit
        """;

    @TempDir
    Path folder;

    @Test
    void is_empty_when_nothing_was_printed() throws IOException {
        var log = log("");
        assertThat(log.printed()).isEmpty();
        assertThat(log.stop()).isEmpty();
        assertThat(log.stoppedAt(List.of(Path.of("/answers")))).isEmpty();
    }

    @Test
    void keeps_the_end_of_a_large_file() throws IOException {
        var log = log("x".repeat(1 << 20) + "the end");
        assertThat(log.printed()).hasSize(64 << 10).endsWith("xthe end");
    }

    @Test
    void says_so_when_there_is_no_file() {
        assertThat(Log.of(folder.resolve("none")).printed()).startsWith("(its output cannot be read: ");
    }

    @Test
    void tells_where_the_code_under_proof_was_stopped() throws IOException {
        var log = log("last words\n" + STOP);
        assertThat(log.printed()).isEqualTo("last words\n");
        assertThat(log.stoppedAt(List.of(Path.of("/answers")))).isEqualTo(" at bank.py:7, in deposit");
        assertThat(log.stoppedAt(List.of(Path.of("/elsewhere")))).isEmpty();
    }

    @Test
    void knows_the_words_of_a_graalpy_process() throws IOException {
        assertThat(log("Timeout (PT1.5S)!\n").stop()).isPresent();
    }

    @Test
    void does_not_take_a_program_that_prints_timeout_for_stopped() throws IOException {
        var log = log("Timeout (504) from the gateway\nTimeout (0:00:01)! it said\nall is well\n");
        assertThat(log.stop()).isEmpty();
        assertThat(log.printed()).endsWith("all is well\n");
    }

    private Log log(String text) throws IOException {
        return Log.of(Files.writeString(folder.resolve("log"), text));
    }
}
