package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @ParameterizedTest
    @CsvSource({"3.14, 3.14.0", "3.14.3-1.5.13, 3.14.3", "3.15.0rc1, 3.15.0", "25.0.3, 25.0.3"})
    void is_read_from_what_a_text_begins_with(String text, String version) {
        assertThat(Version.parse(text)).hasToString(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "three.four", "v3.14"})
    void is_not_guessed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Version.parse(text))
                .withMessage("not a version: " + text);
    }

    @Test
    void is_ordered_by_numbers_and_not_by_letters() {
        var versions = Stream.of("3.9", "3.11.3", "3.11.10", "3.14", "25.0")
                .map(Version::parse)
                .toList();
        assertThat(versions).isSorted();
    }
}
