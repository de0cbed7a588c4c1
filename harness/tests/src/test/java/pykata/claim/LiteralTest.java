package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values look as Python's own repr shows them. */
class LiteralTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "null ~ None",
                "true ~ True",
                "[1, [], {}] ~ [1, [], {}]",
                "{\"a\": 1, \"b\": false} ~ {'a': 1, 'b': False}",
                "1.0 ~ 1.0",
                "-0.5 ~ -0.5",
                "0.30000000000000004 ~ 0.30000000000000004",
                "12345678.5 ~ 12345678.5",
                "1e15 ~ 1000000000000000.0",
                "1e16 ~ 1e+16",
                "1.5e300 ~ 1.5e+300",
                "0.0001 ~ 0.0001",
                "0.00001 ~ 1e-05",
                "1.25e-10 ~ 1.25e-10",
                "123456789012345678901234567890 ~ 123456789012345678901234567890",
                "\"it's\" ~ \"it's\"",
                "\"say \\\"it's\\\"\" ~ 'say \"it\\'s\"'",
                "\"a|b\" ~ 'a|b'",
                "\"back\\\\slash\" ~ 'back\\\\slash'",
                "\"line\\nfeed\" ~ 'line\\nfeed'",
                "\"tab\\treturn\\r\" ~ 'tab\\treturn\\r'",
                "\"bell\\u0007\" ~ 'bell\\x07'",
                "\"naïve ☃\" ~ 'naïve ☃'",
            })
    void is_what_python_shows(String json, String python) throws JsonProcessingException {
        assertThat(Literal.of(new ObjectMapper().readTree(json))).isEqualTo(python);
    }
}
