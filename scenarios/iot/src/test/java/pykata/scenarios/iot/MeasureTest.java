package pykata.scenarios.iot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pykata.answer.Question;
import pykata.scenarios.iot.wire.Frame;

/** What measures the system still runs, and the page shows what it has measured. */
class MeasureTest {

    private static final Question QUESTION = Question.of(Measure.class);

    @Test
    void a_round_brings_one_reading_of_each_device_and_repeats_one_in_fifty() throws Exception {
        var frames = new SpreadFrames(500, 2_000, 100);
        for (var round = 0; round < 10; round++) {
            var now = round;
            var readings = IntStream.range(0, frames.round())
                    .mapToObj(_ -> frames.nextRecord())
                    .flatMap(record -> decoded(record).readings().stream())
                    .toList();
            assertThat(readings).hasSize(2_000).allMatch(reading -> reading.seq() == now);
            assertThat(readings.stream().map(reading -> reading.device()).distinct())
                    .hasSize(1_960)
                    .allMatch(device -> device >= 100 && device < 2_100);
        }
    }

    private static Frame decoded(byte[] record) {
        try {
            return Frame.decode(record);
        } catch (pykata.scenarios.iot.wire.BadFrame e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_fleet_that_is_no_whole_number_of_frames_is_refused() {
        assertThatThrownBy(() -> new SpreadFrames(500, 1_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void growth_is_measured_with_the_verdicts_that_it_expects() {
        var seen = GrowthRun.run(1_000, Duration.ZERO, 2, 1_000);
        assertThat(seen.micros()).hasSize(2).allMatch(micros -> micros > 0);
    }

    @Test
    void percentiles_are_of_what_was_seen_alone() {
        var seen =
                IntStream.rangeClosed(1, 1_000).mapToLong(ms -> ms * 1_000_000L).toArray();
        assertThat(OfferedRun.percentiles(seen, 1_000)).containsExactly(501.0, 991.0, 1_000.0);
        assertThat(OfferedRun.percentiles(seen, 1)).containsExactly(1.0, 1.0, 1.0);
        assertThat(OfferedRun.percentiles(seen, 0)).isEmpty();
    }

    @Test
    void the_time_that_is_left_follows_the_pace_so_far() {
        var planned = Stream.of(10, 20, 30).map(Duration::ofSeconds).toList();
        assertThat(Steps.left(planned, 0, Duration.ofSeconds(1))).hasSeconds(60);
        assertThat(Steps.left(planned, 1, Duration.ofSeconds(30))).hasSeconds(150);
        assertThat(Steps.left(planned, 2, Duration.ofSeconds(15))).hasSeconds(15);
        assertThat(Steps.inWords(Duration.ofSeconds(89))).isEqualTo("about 89 s");
        assertThat(Steps.inWords(Duration.ofSeconds(150))).isEqualTo("about 3 min");
    }

    @Test
    void figures_have_three_digits() {
        var table = new MeasuredTable(
                "growth",
                "",
                List.of(0.0, 0.0),
                List.of("of", "figure"),
                List.of(List.of("a", 1_234.5), List.of("b", 0.012_34), List.of("c", 12.0)),
                List.of());
        assertThat(table.markdown()).endsWith("| a | 1,230 |", "| b | 0.0123 |", "| c | 12 |");
    }

    @Test
    void the_page_has_a_place_for_each_table() throws IOException {
        var page = Files.readString(QUESTION.folder().resolve("MEASURED.md"));
        assertThat(Measure.ALL).allMatch(each -> page.contains("<!-- measured: %s -->".formatted(each.id())));
    }

    @Test
    void the_page_shows_the_last_run() throws IOException {
        var file = Measure.Run.in(QUESTION.folder());
        if (Files.exists(file)) {
            var page = MeasuredPage.of(QUESTION);
            assertThat(page.with(Measure.Run.read(file))).isEqualTo(Files.readAllLines(page.file()));
        }
    }
}
