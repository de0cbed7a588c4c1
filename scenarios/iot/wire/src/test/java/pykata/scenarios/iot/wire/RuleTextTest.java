package pykata.scenarios.iot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleTextTest {

    @Test
    void files_stand_in_the_order_of_their_paths() {
        var backwards = new LinkedHashMap<String, String>();
        for (var name = 'z'; name >= 'a'; name--) {
            backwards.put("rules/%s.py".formatted(name), "pass");
        }

        var text = new RuleText(2, backwards);

        assertThat(text.files().keySet()).containsExactlyElementsOf(new TreeMap<>(backwards).keySet());
        assertThat(RuleText.fromJson(text.toJson())).isEqualTo(text);
    }

    @Test
    void a_file_without_a_text_is_refused() {
        var json = "{\"version\":2,\"files\":{\"rules/frame.py\":null}}";

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> RuleText.fromJson(json.getBytes(StandardCharsets.UTF_8)));
    }
}
