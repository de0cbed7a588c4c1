package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.ChildJvm;

/** What is temporary does not outlive the JVM, and the JVM ends without a word about it. */
class TemporaryFolderTest {

    /** Makes one, with a file in it, and ends: it has started no process. */
    public static final class Forgetful {

        public static void main(String[] arguments) throws IOException {
            Files.writeString(TemporaryFolder.create().path().resolve("left.txt"), "left");
        }
    }

    @Test
    void is_deleted_when_the_jvm_ends_although_nobody_closed_it(@TempDir Path temporary) throws IOException {
        var flags = List.of("-Djava.io.tmpdir=" + temporary);
        assertThat(ChildJvm.said(ChildJvm.command(flags, Forgetful.class))).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }
}
