package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a question is found by its place and name, also in the parts of one that is a system. */
class QuestionTest {

    @TempDir
    private Path root;

    private Question question;

    @BeforeEach
    void create() throws IOException {
        Files.createDirectory(root.resolve(".mvn"));
        folder("scenarios/road-tolls");
        question = Question.in(root.resolve("scenarios/road-tolls"));
    }

    @Test
    void its_modules_are_its_folder_and_the_folders_in_it_that_have_a_pom() throws IOException {
        var billing = file("scenarios/road-tolls/billing/pom.xml").getParent();
        file("scenarios/road-tolls/kata/checks.py");
        assertThat(question.modules()).containsExactly(question.folder(), billing);
    }

    @Test
    void python_and_twins_lie_in_the_folder_or_in_a_part() throws IOException {
        file("scenarios/road-tolls/billing/pom.xml");
        var own = file("scenarios/road-tolls/src/main/python/gate.py");
        var invoice = file("scenarios/road-tolls/billing/src/main/python/billing/invoice.py");
        var twin = file("scenarios/road-tolls/billing/src/test/python/broken/a_day_is_paid_once/billing/invoice.py");
        assertThat(question.python())
                .containsExactly(own.getParent(), invoice.resolve("../..").normalize());
        assertThat(question.sources().roots()).isEqualTo(question.python());
        assertThat(question.python("gate")).contains(own);
        assertThat(question.python("billing")).contains(invoice.getParent());
        assertThat(question.python("billing.invoice")).contains(invoice);
        assertThat(question.python("missing")).isEmpty();
        assertThat(question.twins()).containsExactly(twin.resolve("../..").normalize());
        assertThat(question.twin("a_day_is_paid_once"))
                .isEqualTo(question.twins().getFirst());
        assertThat(question.twin("another")).isEqualTo(question.folder().resolve("src/test/python/broken/another"));
    }

    @Test
    void demonstration_and_benchmark_are_found_by_their_names() throws IOException {
        assertThat(question.demonstration()).isEmpty();
        assertThat(question.benchmark()).isEmpty();
        file("scenarios/road-tolls/billing/pom.xml");
        file("scenarios/road-tolls/billing/src/main/java/pykata/scenarios/roadtolls/TollsDemo.java");
        file("scenarios/road-tolls/src/test/java/pykata/scenarios/roadtolls/TollsBenchmark.java");
        assertThat(question.demonstration()).contains("pykata.scenarios.roadtolls.TollsDemo");
        assertThat(question.benchmark()).contains("pykata.scenarios.roadtolls.TollsBenchmark");
    }

    private Path folder(String path) throws IOException {
        return Files.createDirectories(root.resolve(path));
    }

    private Path file(String path) throws IOException {
        folder(Path.of(path).getParent().toString());
        var file = root.resolve(path);
        return Files.exists(file) ? file : Files.createFile(file);
    }
}
