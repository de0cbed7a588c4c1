package pykata.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers say of which commit they are. */
class EnvironmentTest {

    @TempDir
    Path root;

    @Test
    void a_commit_has_a_plus_if_something_is_not_committed() throws Exception {
        git("init", "--quiet");
        Files.writeString(root.resolve("bank.py"), "balance = 0\n");
        git("add", "bank.py");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=Open a bank");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "tag", "--annotate", "--message=First", "v1");
        Files.writeString(root.resolve("notes.txt"), "not of the repository\n");
        assertThat(Environment.commit(root)).matches("[0-9a-f]{12}");

        Files.writeString(root.resolve("bank.py"), "balance = 100\n");
        assertThat(Environment.commit(root)).matches("[0-9a-f]{12}\\+");
    }

    @Test
    void outside_of_a_repository_the_commit_is_unknown() {
        assertThat(Environment.commit(root)).isEqualTo("unknown");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ProcessBuilder("git").directory(root.toFile()).inheritIO();
        command.command().addAll(List.of(arguments));
        assertThat(command.start().waitFor()).isZero();
    }
}
