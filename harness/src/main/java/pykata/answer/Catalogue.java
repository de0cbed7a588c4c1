package pykata.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The questions, verbatim and in reading order, by id: {@code basics/gil}. */
public final class Catalogue {

    private static final Map<String, String> QUESTIONS = read();

    private Catalogue() {}

    public static Map<String, String> questions() {
        return QUESTIONS;
    }

    private static Map<String, String> read() {
        try (var json = Catalogue.class.getResourceAsStream("questions.json")) {
            return new ObjectMapper().readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
