package pykata.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;

/** The questions, verbatim and in reading order, by id: {@code basics/gil}. */
public final class Catalogue {

    private static final Map<String, String> QUESTIONS = Uncheck.get(() -> new ObjectMapper()
            .readValue(
                    Catalogue.class.getResourceAsStream("questions.json"),
                    new TypeReference<LinkedHashMap<String, String>>() {}));

    private Catalogue() {}

    public static Map<String, String> questions() {
        return QUESTIONS;
    }

    /** Those that a repository answers. */
    public static List<Question> answered(Path root) {
        return QUESTIONS.keySet().stream()
                .map(id -> new Question(root, root.resolve(id)))
                .filter(question -> Files.exists(question.readme()))
                .toList();
    }
}
