package pykata.python;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** An artifact laid out like CPython's, but with a shell script for an executable: it is unpacked in no time. */
final class SmallArtifact {

    static final String VERSION = "3.14.99-small";

    private static final String INSIDE = "org/bytedeco/cpython/" + Platform.current() + "/";

    private SmallArtifact() {}

    /**
     * Makes one.
     *
     * @param compiling what its executable does when it is asked to compile the library, as shell commands
     */
    static CPythonArtifact in(Path folder, String compiling) throws IOException {
        var jar = folder.resolve("small.jar");
        try (var entries = new JarOutputStream(Files.newOutputStream(jar))) {
            add(entries, "bin/python3", "#!/bin/sh\nhere=$(dirname \"$0\")\n" + compiling + "\n");
            add(entries, "lib/python3.14/os.py", "# " + "x".repeat(1 << 20));
            add(entries, "lib/python3.14/test/test_os.py", "");
            add(entries, "libffi.so.8", "");
        }
        return new CPythonArtifact(
                VERSION,
                Platform.current(),
                URI.create("jar:" + jar.toUri() + "!/" + INSIDE + "bin/python3").toURL());
    }

    private static void add(JarOutputStream entries, String name, String content) throws IOException {
        entries.putNextEntry(new JarEntry(INSIDE + name));
        entries.write(content.getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
    }
}
