package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final StringWriter out = new StringWriter();

    @Test
    void who_waits_for_seconds_is_told_and_the_line_is_taken_back() {
        var waiting = Waiting.started(new PrintWriter(out), true, "GraalPy is at work");
        waiting.second();
        waiting.second();
        waiting.close();
        assertThat(out.toString())
                .startsWith("\rGraalPy is at work ... 1 s\rGraalPy is at work ... 2 s")
                .endsWith("\r" + " ".repeat("GraalPy is at work ... 2 s".length()) + "\r");
    }

    @Test
    void what_was_never_told_is_not_taken_back() {
        Waiting.started(new PrintWriter(out), false, "GraalPy is at work").close();
        assertThat(out.toString()).isEmpty();
    }
}
