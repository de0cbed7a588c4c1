package pykata.scenarios.iot.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Records of ours as JSON and back. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private Json() {}

    static byte[] write(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Jackson reads the JSON {@code null} as no record, without an error; here it is one.
     *
     * @throws UncheckedIOException if the bytes are something else
     */
    static <T> T read(byte[] json, Class<T> type) {
        try {
            var record = MAPPER.readValue(json, type);
            if (record == null) {
                throw new IOException("null is no " + type.getSimpleName());
            }
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
