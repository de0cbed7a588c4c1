package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pykata.cli.Leitner.Grade.AGAIN;
import static pykata.cli.Leitner.Grade.GOOD;
import static pykata.cli.Leitner.Grade.HARD;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When a question comes back. */
class LeitnerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_question_never_asked_is_due() {
        assertThat(Leitner.neverAsked().isDue(TODAY)).isTrue();
    }

    @Test
    void what_goes_well_rests_twice_as_long_each_time() {
        var state = Leitner.neverAsked();
        for (var days : new int[] {2, 4, 8, 16, 16}) {
            state = state.after(GOOD, TODAY);
            assertThat(state.due()).isEqualTo(TODAY.plusDays(days));
        }
    }

    @Test
    void what_was_hard_rests_as_long_as_before() {
        assertThat(new Leitner(3, TODAY).after(HARD, TODAY)).isEqualTo(new Leitner(3, TODAY.plusDays(4)));
        assertThat(Leitner.neverAsked().after(HARD, TODAY)).isEqualTo(new Leitner(1, TODAY.plusDays(1)));
    }

    @Test
    void what_is_to_come_again_starts_over_and_stays_due() {
        assertThat(new Leitner(5, TODAY).after(AGAIN, TODAY)).isEqualTo(new Leitner(1, TODAY));
    }

    @Test
    void is_due_on_its_day_and_not_before() {
        var state = new Leitner(2, TODAY.plusDays(1));
        assertThat(state.isDue(TODAY)).isFalse();
        assertThat(state.isDue(TODAY.plusDays(1))).isTrue();
    }

    @Test
    void there_are_five_boxes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Leitner(6, TODAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Leitner(0, TODAY));
    }
}
