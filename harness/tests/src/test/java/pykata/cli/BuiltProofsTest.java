package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.claim.TestJvm;

/** Tests are run without Maven only if each file is as Maven left it. */
class BuiltProofsTest {

    @TempDir
    Path root;

    private BuiltProofs proofs;

    @BeforeEach
    void built() throws IOException {
        for (var file : List.of(
                ".mvn/maven.config",
                "pom.xml",
                "basics/pom.xml",
                "harness/pom.xml",
                "harness/src/main/java/A.java",
                "harness/target/classes/A.class",
                "lib/a.jar",
                "target/quickstart/modules/python.jar",
                "basics/gil/pom.xml",
                "basics/gil/src/main/python/bank.py",
                "basics/gil/src/test/java/GilTest.java",
                "basics/gil/src/test/resources/rates.csv",
                "basics/gil/target/test-classes/GilTest.class")) {
            write(file, "");
        }
        jvm("lib/a.jar", "harness/target/classes", "basics/gil/target/test-classes");
        proofs = new BuiltProofs(new Repository(root), new Repository(root).at("basics/gil"));
        proofs.remember(proofs.sources());
    }

    @Test
    void what_has_not_changed_is_started_as_it_was() {
        var test = proofs.ifFresh().orElseThrow().getFirst();
        assertThat(test.directory()).isEqualTo(root.resolve("basics/gil").toFile());
        assertThat(test.command())
                .startsWith("java", "--module-path=" + root.resolve("target/quickstart/modules"), "-Dpykata.budget=12")
                .endsWith("pykata.claim.TestRun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".mvn/maven.config",
                "pom.xml",
                "basics/pom.xml",
                "harness/pom.xml",
                "harness/src/main/java/A.java",
                "harness/src/main/java/New.java",
                "harness/target/classes/A.class",
                "lib/a.jar",
                "target/quickstart/modules/python.jar",
                "target/quickstart/modules/new.jar",
                "basics/gil/pom.xml",
                "basics/gil/requirements.txt",
                "basics/gil/part/pom.xml",
                "basics/gil/src/main/python/bank.py",
                "basics/gil/src/test/java/GilTest.java",
                "basics/gil/src/test/java/OtherTest.java",
                "basics/gil/src/test/resources/rates.csv",
                "basics/gil/target/classes/New.class",
                "basics/gil/target/test-classes/GilTest.class",
                "basics/gil/target/test-jvm.json"
            })
    void what_has_changed_or_come_is_mavens(String file) throws IOException {
        write(file, "changed");
        assertThat(proofs.ifFresh()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harness/src/main/java/A.java",
                "harness/target/classes/A.class",
                "lib/a.jar",
                "target/quickstart/modules/python.jar",
                "basics/gil/src/test/resources/rates.csv",
                "basics/gil/target/test-jvm.json",
                "basics/gil/target/built-proofs"
            })
    void what_is_gone_is_mavens(String file) throws IOException {
        Files.delete(root.resolve(file));
        assertThat(proofs.ifFresh()).isEmpty();
    }

    @Test
    void what_is_saved_while_it_is_built_is_mavens() throws IOException {
        proofs.forget();
        var sources = proofs.sources();
        jvm("lib/a.jar", "harness/target/classes", "basics/gil/target/test-classes");
        write("basics/gil/src/test/java/GilTest.java", "saved meanwhile");
        proofs.remember(sources);
        assertThat(proofs.ifFresh()).isEmpty();
    }

    @Test
    void what_needs_another_module_of_the_repository_is_mavens() throws IOException {
        proofs.forget();
        write("basics/other/target/classes/Other.class", "");
        jvm("harness/target/classes", "basics/other/target/classes", "basics/gil/target/test-classes");
        proofs.remember(proofs.sources());
        assertThat(proofs.ifFresh()).isEmpty();
    }

    @Test
    void a_build_that_ran_no_tests_is_not_remembered() {
        proofs.forget();
        proofs.remember(proofs.sources());
        assertThat(proofs.ifFresh()).isEmpty();
    }

    private void jvm(String... libraries) throws IOException {
        var classPath = String.join(
                File.pathSeparator,
                List.of(libraries).stream()
                        .map(root::resolve)
                        .map(Path::toString)
                        .toList());
        var modules = "--module-path=" + root.resolve("target/quickstart/modules");
        var jvm = new TestJvm("java", List.of(modules), classPath, Map.of("pykata.budget", "12"));
        Files.createDirectories(root.resolve("basics/gil/target"));
        new ObjectMapper().writeValue(TestJvm.file(root.resolve("basics/gil")).toFile(), jvm);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
