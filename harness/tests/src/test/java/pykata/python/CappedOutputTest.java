package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CappedOutputTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "a, a", "abcd, abcd", "abcde, bcde", "abcdefgh, efgh", "abcdefghi, fghi"})
    void keeps_the_last_bytes(String written, String kept) throws IOException {
        var output = new CappedOutput(4);
        output.write("thrown away".getBytes(StandardCharsets.UTF_8));
        output.clear();
        output.write(written.getBytes(StandardCharsets.UTF_8));
        assertThat(output).hasToString(kept);
    }
}
