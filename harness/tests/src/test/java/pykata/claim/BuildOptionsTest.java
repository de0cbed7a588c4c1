package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

class BuildOptionsTest {

    @Test
    void the_build_passes_on_its_filter_and_no_placeholder() {
        var filter = System.getProperty("pykata.filter");
        assumeThat(filter).as("the filter, outside Maven").isNotNull();
        assertThat(filter).doesNotContain("${");
        assertThat(BuildOptions.isWholeRun()).isEqualTo(filter.isEmpty());
    }
}
