package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pykata.ChildJvm;

/** What cannot be written is no success. */
class OutputTest {

    @TempDir
    Path root;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there a device is always full")
    void a_full_disk_is_a_sentence_and_our_own_fault() throws Exception {
        var kata =
                kata("list").redirectOutput(Redirect.to(new File("/dev/full"))).start();
        var said = new String(kata.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).startsWith("kata: what it says cannot be written: ").hasLineCount(1);
        assertThat(kata.waitFor()).isEqualTo(3);
    }

    @Test
    void a_reader_who_has_seen_enough_is_not_told() throws Exception {
        var kata = kata("list").start();
        kata.getInputStream().close();
        var said = new String(kata.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEmpty();
        assertThat(kata.waitFor()).isEqualTo(141);
    }

    @Test
    void all_of_it_is_written_though_it_ends_without_a_line() throws Exception {
        SmallRepository.in(root).save(SmallRepository.RIGHT);
        var kata = ChildJvm.command(List.of("-Dpykata.root=" + root), KataCommand.class, "practice", "gil", "--diff");
        assertThat(ChildJvm.said(kata)).contains("--- gil.py\n+++ the solution\n");
    }

    private static ProcessBuilder kata(String... arguments) {
        return ChildJvm.command(List.of(), KataCommand.class, arguments).redirectErrorStream(false);
    }
}
