package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private static final List<String> FLAGS =
            ManagementFactory.getRuntimeMXBean().getInputArguments();

    @Test
    void a_fork_of_the_build_has_graalpy_as_modules_and_an_archive_to_start_from() {
        assumeThat(System.getProperty("pykata.filter")).as("a fork of Maven").isNotNull();
        assertThat(org.graalvm.polyglot.Engine.class.getModule().isNamed()).isTrue();
        assertThat(FLAGS).anyMatch(flag -> flag.startsWith("-XX:SharedArchiveFile="));
    }

    @Test
    void says_what_is_missing_if_it_is_not_told_what_to_make() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Quickstart.archive(List.of("-Xmx1g")))
                .withMessage("-XX:SharedArchiveFile=... is missing: it says what to make");
    }

    @Test
    void names_what_went_wrong_and_not_where_it_was_noticed() {
        assertThat(Quickstart.reason("""
                WARNING: a warning
                Exception in thread "main" pykata.python.PythonFailure: the interpreter ended with 9
                It had printed:
                  no such module
                \tat pykata.python.Quickstart.main(Quickstart.java:37)

                """)).isEqualTo("""
                Exception in thread "main" pykata.python.PythonFailure: the interpreter ended with 9
                It had printed:
                  no such module""");
        assertThat(Quickstart.reason("Error: it cannot start\nThe option is not known"))
                .isEqualTo("The option is not known");
        assertThat(Quickstart.reason("")).isEmpty();
    }
}
