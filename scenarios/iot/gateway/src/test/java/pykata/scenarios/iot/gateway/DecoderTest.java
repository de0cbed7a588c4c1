package pykata.scenarios.iot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.scenarios.iot.gateway.Decoded.Measured;
import pykata.scenarios.iot.gateway.Decoded.Undecodable;
import pykata.scenarios.iot.wire.Reason;

class DecoderTest {

    private static final String TS = "\"ts\":1764470000000";

    private final Decoder decoder = new Decoder();

    @Test
    void a_reading_is_read() {
        assertThat(decode("{\"seq\": 17, \"ts\": 1764470000000, \"value\": 21.5}"))
                .isEqualTo(new Measured(17, 1_764_470_000_000L, 21.5));
        assertThat(decode("{\"value\":-3,%s,\"seq\":9007199254740992}".formatted(TS)))
                .isEqualTo(new Measured(1L << 53, 1_764_470_000_000L, -3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json   | {",
                "json   | []",
                "json   | 17",
                "json   | null",
                "json   | {\"seq\":1,TS,\"value\":1} {}",
                "json   | {\"seq\":1,TS,\"value\":1}x",
                "json   | {\"seq\":1,TS,\"value\":NaN}",
                "json   | {\"seq\":1,TS,\"value\":Infinity}",
                "json   | {\"seq\":01,TS,\"value\":1}",
                "json   | {'seq':1,TS,\"value\":1}",
                "json   | {\"seq\":1,TS,\"value\":1,}",
                "json   | {\"seq\":1,\"seq\":2,TS,\"value\":1",
                "keys   | {\"seq\":1,\"seq\":1,TS,\"value\":1}",
                "keys   | {\"seq\":1,TS,TS,\"value\":1}",
                "keys   | {\"seq\":1,TS,\"value\":1,\"value\":1}",
                "field  | {}",
                "field  | {\"seq\":1,TS}",
                "field  | {\"seq\":1,TS,\"value\":1,\"unit\":\"C\"}",
                "field  | {\"seq\":\"1\",TS,\"value\":1}",
                "field  | {\"seq\":1.0,TS,\"value\":1}",
                "field  | {\"seq\":true,TS,\"value\":1}",
                "field  | {\"seq\":1,TS,\"value\":null}",
                "field  | {\"seq\":1,TS,\"value\":\"NaN\"}",
                "field  | {\"seq\":1,TS,\"value\":[1]}",
                "field  | {\"seq\":{\"seq\":1},TS,\"value\":1}",
                "number | {\"seq\":-1,TS,\"value\":1}",
                "number | {\"seq\":9007199254740993,TS,\"value\":1}",
                "number | {\"seq\":9223372036854775808,TS,\"value\":1}",
                "number | {\"seq\":1,TS,\"value\":1e999}",
                "unit   | {\"seq\":1,\"ts\":1764470000,\"value\":1}",
                "unit   | {\"seq\":1,\"ts\":1764470000000000,\"value\":1}",
                "unit   | {\"seq\":1,\"ts\":-1,\"value\":1}"
            })
    void what_is_no_reading_is_said_to_be_none(String word, String payload) {
        assertThat(decode(payload.replace("TS", TS)))
                .as(payload)
                .isInstanceOfSatisfying(
                        Undecodable.class, found -> assertThat(found.reason()).isEqualTo(Reason.of(word)));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason(new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'})).isEqualTo(Reason.UTF8);
        assertThat(reason("{\"seq\":1,%s,\"value\":1}".formatted(TS).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(Reason.JSON);
    }

    @Test
    void only_a_payload_that_is_too_long_is_not_read() {
        var spaces = " ".repeat(Decoder.LONGEST - 2);

        assertThat(reason(("{" + spaces + "}").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.FIELD);
        assertThat(reason(("{" + spaces + " }").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.SIZE);
        assertThat(reason("[".repeat(Decoder.LONGEST).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.JSON);
        assertThat(reason(("{\"seq\":" + "[".repeat(60_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.JSON);
        assertThat(reason(("{\"seq\":" + "9".repeat(60_000) + "}").getBytes(StandardCharsets.UTF_8)))
                .isIn(Reason.JSON, Reason.NUMBER);
    }

    private Decoded decode(String payload) {
        return decoder.decode(payload.getBytes(StandardCharsets.UTF_8));
    }

    private Reason reason(byte[] payload) {
        return ((Undecodable) decoder.decode(payload)).reason();
    }
}
