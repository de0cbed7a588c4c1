package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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

    /** Ends while another thread makes one after the other. */
    public static final class Restless {

        public static void main(String[] arguments) throws InterruptedException {
            var made = new CountDownLatch(50);
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    TemporaryFolder.create();
                    made.countDown();
                }
            });
            made.await();
        }
    }

    @Test
    void none_is_made_any_more_while_the_jvm_ends(@TempDir Path temporary) throws IOException {
        var flags = List.of("-Djava.io.tmpdir=" + temporary);
        assertThat(ChildJvm.said(ChildJvm.command(flags, Restless.class))).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void is_deleted_when_the_jvm_ends_although_nobody_closed_it(@TempDir Path temporary) throws IOException {
        var flags = List.of("-Djava.io.tmpdir=" + temporary);
        assertThat(ChildJvm.said(ChildJvm.command(flags, Forgetful.class))).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }
}
