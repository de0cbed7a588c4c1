package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnsweredTest {

    @Test
    void the_first_page_says_how_many_questions_are_answered(@TempDir Path root) throws IOException {
        Files.createDirectory(root.resolve(".mvn"));
        var page = root.resolve("README.md");
        Files.writeString(page, "<!-- answered -->\n\nProse that stays.\n");
        PageWriter.rewrite(page, Findings.NONE);
        assertThat(page)
                .content()
                .contains("\n\n0 of the %d questions are answered so far.\n\nProse"
                        .formatted(Catalogue.questions().size()));
        Files.createDirectories(root.resolve("basics/gil"));
        Files.writeString(root.resolve("basics/gil/README.md"), "# The GIL\n");
        PageWriter.rewrite(page, Findings.NONE);
        assertThat(page).content().contains("\n1 of the ").doesNotContain("0 of the ");
    }
}
