package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page may hold, and the one that may hold more. */
class PageLimitsTest {

    @TempDir
    Path root;

    @Test
    void only_the_question_that_asks_four_things_has_more() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        assertThat(Catalogue.questions().keySet())
                .filteredOn(id -> !of(id).equals(new PageLimits(7, 1200, 600)))
                .containsExactly("tooling/toolchain");
        assertThat(of("tooling/toolchain")).isEqualTo(new PageLimits(10, 1600, 800));
    }

    private PageLimits of(String id) {
        return PageLimits.of(Question.in(root.resolve(id)));
    }
}
