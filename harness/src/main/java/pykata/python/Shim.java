package pykata.python;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;

/** The Java end of {@code shim.py}: requests and answers as JSON text. */
final class Shim {

    static final String TEXT = text(Shim.class, "shim.py");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build());

    private Shim() {}

    /** @param packages a folder of packages to be found, or null for those that the interpreter finds by itself */
    static String use(Sources sources, @Nullable Path packages) {
        var roots = sources.roots().stream().map(Path::toString).toList();
        var twin = Objects.toString(sources.twin(), null);
        return write(Map.of("use", Arrays.asList(roots, twin, Objects.toString(packages, null))));
    }

    static String call(String function, Object... arguments) {
        return write(Map.of("call", function, "args", Arrays.asList(arguments)));
    }

    /** What came back. */
    static Answer read(String answer) {
        return Uncheck.get(() -> JSON.readValue(answer, Answer.class), () -> "Python's answer is not JSON: " + answer);
    }

    /**
     * A value, or an exception.
     *
     * @param modules the question's own that have been imported, whichever it was
     */
    record Answer(
            @JsonProperty("value") @Nullable JsonNode result,
            @Nullable Failure error,
            List<String> modules) {

        private record Failure(String type, String message, String traceback) {}

        /** @throws PythonFailure.Raised if the answer is an exception */
        JsonNode value(Interpreter interpreter) {
            if (error != null) {
                throw new PythonFailure.Raised(interpreter, error.type, error.message, error.traceback);
            }
            return Objects.requireNonNull(result);
        }
    }

    private static String write(Object value) {
        return Uncheck.get(() -> JSON.writeValueAsString(value), () -> "an argument cannot be written as JSON");
    }

    /** A resource that lies beside a class. */
    static String text(Class<?> beside, String resource) {
        return Uncheck.get(() -> IOUtils.toString(beside.getResource(resource), StandardCharsets.UTF_8));
    }
}
