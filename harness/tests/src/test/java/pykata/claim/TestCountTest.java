package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCountTest {

    @ParameterizedTest
    @CsvSource({
        "11.94, true, '; claims in 11.9 s of 12 s'",
        "12.1, false, '; claims in 12.1 s of 12 s - over its budget'",
        "12.1, true, '; claims in 12.1 s of 12 s, on a busy machine'"
    })
    void says_whether_the_machine_may_be_the_reason_for_a_budget_overrun(
            double seconds, boolean isMachineBusy, String said) {
        var record = new ClaimRecord("basics/gil", seconds, List.of(), Map.of());
        assertThat(TestCount.timeOf(record, 12, isMachineBusy)).isEqualTo(said);
    }
}
