package pykata.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Java end of {@code shim.py}: requests and answers as JSON text. */
final class Shim {

    static final String TEXT = read("shim.py");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private Shim() {}

    /** @param packages a folder of packages to be found, or null for those that the interpreter finds by itself */
    static String use(Sources sources, @Nullable Path packages) {
        var request = new HashMap<String, Object>();
        request.put("use", sources.roots().stream().map(Path::toString).toList());
        request.put("twin", text(sources.twin()));
        request.put("packages", text(packages));
        return write(request);
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toString();
    }

    static String call(String function, Object... arguments) {
        return write(Map.of("call", function, "args", Arrays.asList(arguments)));
    }

    static Answer read(Interpreter interpreter, String text) {
        var answer = parse(text);
        var modules = new ArrayList<String>();
        answer.path("modules").forEach(module -> modules.add(module.asText()));
        return new Answer(List.copyOf(modules), answer.get("value"), raised(interpreter, answer.get("error")));
    }

    private static PythonFailure.@Nullable Raised raised(Interpreter interpreter, @Nullable JsonNode error) {
        return error == null
                ? null
                : new PythonFailure.Raised(
                        interpreter,
                        error.get("type").asText(),
                        error.get("message").asText(),
                        error.get("traceback").asText());
    }

    /**
     * What came back: a value, or an exception.
     *
     * @param modules the question's own that have been imported, whichever it was
     */
    record Answer(List<String> modules, @Nullable JsonNode result, PythonFailure.@Nullable Raised raised) {

        /** @throws PythonFailure.Raised if the answer is an exception */
        JsonNode value() {
            if (raised != null) {
                throw raised;
            }
            return Objects.requireNonNull(result);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Python's answer is not JSON: " + text, e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an argument cannot be written as JSON", e);
        }
    }

    static String read(String resource) {
        try (var stream = Shim.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
