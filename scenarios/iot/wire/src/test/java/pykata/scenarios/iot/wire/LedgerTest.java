package pykata.scenarios.iot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Reading READING = new Reading(123, 17, 1_764_470_000_000L, 21.5);

    @Test
    void an_entry_is_written_and_read() {
        var entry = new LedgerEntry(2, 41, 1, 10, 6, 1, Map.of(Reason.LATE, 2, Reason.RANGE, 1));

        assertThat(new String(entry.toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"partition\":2,\"offset\":41,\"rule\":1,\"readings\":10,\"accepted\":6,\"duplicates\":1,"
                        + "\"deadLetters\":{\"late\":2,\"range\":1}}");
        assertThat(LedgerEntry.fromJson(entry.toJson())).isEqualTo(entry);
        assertThat(entry.dead()).isEqualTo(3);
    }

    @Test
    void an_entry_that_does_not_add_up_cannot_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerEntry(2, 41, 1, 10, 6, 1, Map.of(Reason.LATE, 2)))
                .withMessage("partition 2, offset 41: 10 readings are not 6 + 1 + 2");
    }

    @Test
    void a_letter_with_a_reading_is_written_and_read() {
        var letter = DeadLetter.ofReading(Reason.CLOCK, 3, 1, 77, 499, "2030", READING);

        assertThat(new String(letter.toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"reason\":\"clock\",\"rule\":3,\"topic\":\"frames\",\"partition\":1,\"offset\":77,"
                        + "\"index\":499,\"detail\":\"2030\",\"reading\":{\"device\":123,\"seq\":17,"
                        + "\"ts\":1764470000000,\"value\":21.5},\"bytes\":0}");
        assertThat(DeadLetter.fromJson(letter.toJson())).isEqualTo(letter).hasSameHashCodeAs(letter);
        assertThat(letter.isOfGateway()).isFalse();
    }

    @Test
    void a_letter_with_any_bytes_is_written_and_read() {
        var letter = DeadLetter.ofPayload(
                Reason.UTF8, "devices/d000123/readings", "byte 0", new byte[] {(byte) 0xff, 0, 10});

        assertThat(DeadLetter.fromJson(letter.toJson())).isEqualTo(letter);
        assertThat(letter.isOfGateway()).isTrue();
        assertThat(letter.entry(5))
                .isEqualTo(new LedgerEntry(-1, 5, DeadLetter.NO_RULE, 1, 0, 0, Map.of(Reason.UTF8, 1)));
    }

    @Test
    void of_a_long_payload_the_beginning_is_kept() {
        var letter = DeadLetter.ofPayload(Reason.SIZE, "t", "", new byte[70_000]);

        assertThat(letter.payload()).hasSize(1_024);
        assertThat(letter.bytes()).isEqualTo(70_000);
    }

    @Test
    void a_letter_with_a_bad_frame_says_what_was_wrong() {
        var fault = catchThrowableOfType(BadFrame.class, () -> Frame.decode(new byte[3]));

        var letter = DeadLetter.ofFrame(1, 0, 9, fault, new byte[3]);

        assertThat(letter.reason()).isEqualTo(Reason.FRAME);
        assertThat(letter.detail()).isEqualTo("TOO_SHORT: 3 bytes, a frame has at least 24");
        assertThat(letter.bytes()).isEqualTo(3);
    }

    @Test
    void nobody_can_change_a_letter() {
        var bytes = new byte[] {1};
        var letter = DeadLetter.ofPayload(Reason.JSON, "t", "", bytes);

        bytes[0] = 2;
        letter.payload()[0] = 2;

        assertThat(letter.payload()).containsExactly(1);
    }

    @Test
    void json_that_is_no_record_is_refused() {
        var nothing = "null".getBytes(StandardCharsets.UTF_8);
        for (ThrowingCallable read : List.<ThrowingCallable>of(
                () -> DeadLetter.fromJson(nothing),
                () -> LedgerEntry.fromJson(nothing),
                () -> Event.fromJson(nothing),
                () -> RuleText.fromJson(nothing),
                () -> RuleReport.fromJson(nothing))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(read)
                    .withMessageContaining("null is no ");
        }
    }

    @Test
    void a_letter_without_a_reason_a_topic_or_a_detail_is_none() {
        for (var letter : List.of(
                "{}",
                "{\"topic\":\"t\",\"detail\":\"\"}",
                "{\"reason\":\"json\",\"detail\":\"\"}",
                "{\"reason\":\"json\",\"topic\":\"t\"}")) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .as(letter)
                    .isThrownBy(() -> DeadLetter.fromJson(letter.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_reason_that_nobody_knows_is_refused() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> DeadLetter.fromJson("{\"reason\":\"bored\"}".getBytes(StandardCharsets.UTF_8)));
        for (var reason : Reason.values()) {
            assertThat(Reason.of(reason.word())).isEqualTo(reason);
        }
    }
}
