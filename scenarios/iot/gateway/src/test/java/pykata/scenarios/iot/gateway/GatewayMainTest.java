package pykata.scenarios.iot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process, in front of a log that is not there. */
class GatewayMainTest {

    @Test
    void a_folder_that_nobody_has_named_goes_with_the_end(@TempDir Path temporary) throws Exception {
        var process = start(temporary, "--kafka", "127.0.0.1:1", "--tls");
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).startsWith("ready gateway");
            assertThat(folders(temporary)).hasSize(1);

            process.outputWriter().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(folders(temporary)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Path> folders(Path temporary) throws IOException {
        try (var all = Files.list(temporary)) {
            return all.filter(each -> each.getFileName().toString().startsWith("gateway"))
                    .toList();
        }
    }

    private static Process start(Path temporary, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-classpath",
                System.getProperty("java.class.path"),
                GatewayMain.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
