package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.claim.ClaimRecord.Entry;

class ClaimReportTest {

    private static final Entry CLAIM = new Entry(
            "a_claim", "A claim", "ATest.java", List.of("GraalPy"), List.of(), "", List.of(), List.of(), List.of());

    @ParameterizedTest
    @CsvSource({
        "11.9, true, 'in 11.9 s of 12 s; '",
        "12.1, false, 'in 12.1 s of 12 s - over its budget; '",
        "12.1, true, 'in 12.1 s of 12 s - over its budget, on a busy machine; '"
    })
    void says_whether_the_machine_may_be_the_reason_for_a_budget_overrun(
            double seconds, boolean isMachineBusy, String said) {
        var record = new ClaimRecord("basics/gil", seconds, List.of(CLAIM), Map.of());
        assertThat(new ClaimReport(record, 12, isMachineBusy, List.of()).text()).contains(said);
    }
}
