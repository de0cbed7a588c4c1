package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.TypeLiteral;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pykata.ChildJvm;
import pykata.claim.RealIndex;

/** Real packages, from a real index. */
@RealIndex
class PackagesTest {

    /** Nobody listens there. */
    private static final String NO_INDEX = "http://127.0.0.1:1/simple";

    private static final TypeLiteral<Map<String, String>> MARKERS = new TypeLiteral<>() {};

    @TempDir
    Path folder;

    /** Of this test alone. */
    private @Nullable Requirements own;

    @AfterEach
    void delete_what_was_made_for_this_test_alone() throws IOException {
        if (own != null) {
            Folders.delete(CPython.reference().environment(own).home());
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_imported_by_every_interpreter_that_they_are_pinned_for(Rig rig) {
        try (var python = rig.start()) {
            python.use(Rig.SOURCES.needing(RealIndex.PINNED), Limits.DEFAULT);
            assertThat(python.call("packaged.pieces_by_twos", 1, 2, 3).toString())
                    .isEqualTo("[3,3]");
            assertThat(python.call("packaged.version", "more-itertools").asText())
                    .isEqualTo("11.2.1");
            assertThat(python.modules()).containsExactly("packaged");
            if (rig == Rig.CPYTHON) {
                assertThat(python.call("packaged.own_process").asInt()).isPositive();
                assertThat(python.run("packaged").out()).isEqualTo("attrs 26.1.0\n");
            } else {
                assertThatExceptionOfType(PythonFailure.Raised.class)
                        .isThrownBy(() -> python.call("packaged.own_process"))
                        .satisfies(raised -> assertThat(raised.type()).isEqualTo("ModuleNotFoundError"));
            }
        }
    }

    @Test
    void stay_imported_but_are_out_of_sight_where_nobody_needs_them() {
        try (var python = new GraalPy(Rig.SOURCES.needing(RealIndex.PINNED), Limits.DEFAULT)) {
            assertThat(python.call("packaged.mark").toString()).isEqualTo("[1,1]");
            python.use(Rig.SOURCES, Limits.DEFAULT);
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("packaged.mark"))
                    .satisfies(raised -> assertThat(raised.type()).isEqualTo("ModuleNotFoundError"));
            python.use(Rig.SOURCES.needing(RealIndex.PINNED), Limits.DEFAULT);
            assertThat(python.call("packaged.mark").toString())
                    .as("the package is the same as before, the question's own module is new")
                    .isEqualTo("[2,1]");
            var says = "__import__('packaged').importlib.metadata.version";
            assertThat(python.newContext().eval("python", says).execute("attrs").asString())
                    .isEqualTo("26.1.0");
        }
    }

    @Test
    void graalpy_is_asked_for_by_what_it_says_of_itself() {
        var script = """
                import platform, sys
                {
                    "implementation_name": sys.implementation.name,
                    "implementation_version": "%d.%d.%d" % sys.implementation.version[:3],
                    "platform_python_implementation": platform.python_implementation(),
                    "python_full_version": platform.python_version(),
                    "python_version": "%d.%d" % sys.version_info[:2],
                }""";
        try (var python = new GraalPy(Rig.SOURCES, Limits.DEFAULT)) {
            assertThat(Map.copyOf(python.context().eval("python", script).as(MARKERS)))
                    .isEqualTo(GraalPyVersion.markers());
        }
    }

    @Test
    void are_installed_once_by_two_builds_at_once_and_then_need_no_index() throws IOException {
        write(RealIndex.PINNED.text() + "# two at once");
        var first = install().start();
        var second = install().start();
        var said = said(first) + said(second);
        assertThat(said).containsOnlyOnce("Installing ").contains("attrs 26.1.0\n");
        assertThat(said.lines().filter("attrs 26.1.0"::equals)).hasSize(2);
        assertThat(ChildJvm.said(withoutIndex())).isEqualTo("attrs 26.1.0\n");
    }

    @Test
    void are_installed_again_after_a_build_was_killed() throws Exception {
        write(RealIndex.PINNED.text() + "# killed");
        var killed = install().start();
        assertThat(killed.inputReader().readLine()).startsWith("Installing ");
        killed.destroyForcibly().waitFor();
        assertThat(attrs()).isEqualTo("26.1.0");
    }

    @Test
    void are_installed_again_where_one_is_gone() throws IOException {
        write(RealIndex.PINNED.text() + "# damaged");
        assertThat(attrs()).isEqualTo("26.1.0");
        try (var files = Files.walk(CPython.reference().environment(own).home())) {
            var one = files.filter(file -> file.endsWith("site-packages/attrs"))
                    .findFirst()
                    .orElseThrow();
            Folders.delete(one);
            assertThat(attrs()).isEqualTo("26.1.0");
            assertThat(one).as("the damaged environment").doesNotExist();
        }
    }

    @Test
    void with_other_hashes_are_refused() throws IOException {
        write(RealIndex.PINNED.text().replace(":c", ":d").replace(":d0", ":c0"));
        assertThatExceptionOfType(PythonUnavailable.class)
                .isThrownBy(this::attrs)
                .withMessageContaining(folder.getFileName() + "/requirements.txt (3 packages) for CPython ")
                .withMessageMatching("(?si).*hash mismatch.*")
                .satisfies(refused -> assertThat(refused.isAbsent()).isFalse())
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1500));
    }

    @Test
    void are_absent_where_no_index_answers() throws IOException {
        write(RealIndex.PINNED.text() + "# nowhere to be had");
        assertThat(ChildJvm.said(withoutIndex()))
                .contains("absent: no package index can be reached to install " + folder.getFileName())
                .contains(NO_INDEX);
    }

    /** The version of attrs that it installs. */
    private String attrs() {
        try (var python = CPython.reference().start(Rig.SOURCES.needing(own), Limits.DEFAULT)) {
            return python.call("packaged.version", "attrs").asText();
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), text);
        own = Requirements.in(folder).orElseThrow();
    }

    private ProcessBuilder install() {
        var executable = CPython.reference().executable();
        return ChildJvm.command(List.of("-Dpykata.cpython=" + executable), Install.class, folder.toString());
    }

    private ProcessBuilder withoutIndex() {
        var install = install();
        install.environment().put("PIP_INDEX_URL", NO_INDEX);
        install.environment().put("UV_HTTP_RETRIES", "0");
        return install;
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
