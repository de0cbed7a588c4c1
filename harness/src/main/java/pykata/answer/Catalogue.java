package pykata.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;

/** The questions, verbatim and in reading order, by id: {@code basics/gil}. */
public final class Catalogue {

    private static final Map<String, String> QUESTIONS = Uncheck.get(() -> new ObjectMapper()
            .readValue(
                    IOUtils.toString(Catalogue.class.getResource("questions.json"), StandardCharsets.UTF_8),
                    new TypeReference<LinkedHashMap<String, String>>() {}));

    private Catalogue() {}

    public static Map<String, String> questions() {
        return QUESTIONS;
    }
}
