package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmNoticesTest {

    @Test
    void only_what_a_jvm_says_of_its_environment_is_taken_away() {
        assertThat(JvmNotices.removedFrom("""
                NOTE: Picked up JDK_JAVA_OPTIONS: -Xmx1g
                Picked up JAVA_TOOL_OPTIONS: -Dfile.encoding=UTF-8
                Picked up _JAVA_OPTIONS: -Xss1m
                Apache Maven 3.8.7
                Picked up 3 parcels
                """)).isEqualTo("Apache Maven 3.8.7\nPicked up 3 parcels\n");
    }
}
