package pykata.scenarios.iot.gateway;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.gateway.Decoded.Measured;
import pykata.scenarios.iot.gateway.Decoded.Undecodable;
import pykata.scenarios.iot.wire.Reason;

/**
 * Reads a payload, {@code {"seq": 17, "ts": 1764470000000, "value": 21.5}}. Nothing is guessed: a payload that two readers
 * could understand in two ways is none.
 */
final class Decoder {

    /** Longer payloads are not read. */
    static final int LONGEST = 64 * 1_024;

    /** From here on, JSON's readers do not agree any more which whole number is meant. */
    private static final long LARGEST = 1L << 53;

    /** A time before it, in 2001, is in seconds; one after ten times it, in 2286, in microseconds. */
    private static final long EARLIEST = 1_000_000_000_000L;

    private static final JsonFactory JSON = new JsonFactory();

    Decoded decode(byte[] payload) {
        if (payload.length == 0) {
            return new Undecodable(Reason.EMPTY, "");
        }
        if (payload.length > LONGEST) {
            return new Undecodable(Reason.SIZE, payload.length + " bytes");
        }
        final String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Undecodable(Reason.UTF8, String.valueOf(e.getMessage()));
        }
        try (var parser = JSON.createParser(text)) {
            return new Fields(parser).read();
        } catch (JacksonException e) {
            return new Undecodable(Reason.JSON, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string does not fail
        }
    }

    /** The fields of one payload, while they are read. */
    private static final class Fields {

        private final JsonParser parser;
        private @Nullable Long seq;
        private @Nullable Long ts;
        private @Nullable Double value;

        Fields(JsonParser parser) {
            this.parser = parser;
        }

        Decoded read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Undecodable(Reason.JSON, "not an object");
            }
            Undecodable first = null; // what is wrong with the fields counts only if all of it is JSON
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                var wrong = take(name);
                first = first == null ? wrong : first;
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                return new Undecodable(Reason.JSON, "more than one value");
            }
            return first != null ? first : reading();
        }

        private @Nullable Undecodable take(String name) throws IOException {
            return switch (name) {
                case "seq" -> {
                    var before = seq;
                    seq = whole();
                    yield before != null ? twice(name) : wrong(name, seq, 0, LARGEST, Reason.NUMBER);
                }
                case "ts" -> {
                    var before = ts;
                    ts = whole();
                    yield before != null ? twice(name) : wrong(name, ts, EARLIEST, 10 * EARLIEST, Reason.UNIT);
                }
                case "value" -> {
                    var before = value;
                    value = number();
                    yield before != null ? twice(name) : wrong(value);
                }
                default -> new Undecodable(Reason.FIELD, "unknown: " + name.substring(0, Math.min(40, name.length())));
            };
        }

        private static Undecodable twice(String name) {
            return new Undecodable(Reason.KEYS, name);
        }

        private @Nullable Undecodable wrong(String name, @Nullable Long number, long least, long most, Reason outside)
                throws IOException {
            if (number != null) {
                return number < least || number > most ? new Undecodable(outside, name + ": " + number) : null;
            }
            // A whole number that no long holds is out of range, and not of another type.
            var isWhole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
            return new Undecodable(isWhole ? outside : Reason.FIELD, name + " is " + parser.currentToken());
        }

        private @Nullable Undecodable wrong(@Nullable Double number) {
            if (number == null) {
                return new Undecodable(Reason.FIELD, "value is " + parser.currentToken());
            }
            return Double.isFinite(number) ? null : new Undecodable(Reason.NUMBER, "value: " + number);
        }

        private @Nullable Long whole() throws IOException {
            var fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            return fits ? Long.valueOf(parser.getLongValue()) : null;
        }

        private @Nullable Double number() throws IOException {
            return parser.currentToken().isNumeric() ? Double.valueOf(parser.getDoubleValue()) : null;
        }

        private Decoded reading() {
            if (seq == null || ts == null || value == null) {
                return new Undecodable(Reason.FIELD, "missing: " + (seq == null ? "seq" : ts == null ? "ts" : "value"));
            }
            return new Measured(seq, ts, value);
        }
    }
}
