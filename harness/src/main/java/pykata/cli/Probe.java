package pykata.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;
import pykata.python.JvmNotices;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonFailure;
import pykata.python.Sources;
import pykata.python.TemporaryFolder;

/**
 * A call of a function in somebody's file, to be tried on one Python after the other: each time in a new process, and
 * with the same things around it.
 *
 * @param file absolute and normalized
 * @param function its name, with dots in it where it is a class's
 * @param arguments each as JSON
 * @param keywords arguments by their names, each as JSON
 */
record Probe(Path file, String function, List<String> arguments, Map<String, String> keywords, Limits limits) {

    private static final List<String> MODULES = List.of("pykata_both", "pykata_notation");

    /** For values of any size and depth. */
    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    enum Outcome {
        /** A value came back. */
        RETURNED,
        /** The function raised. */
        RAISED,
        /** A value came back that no text stands for. */
        INCOMPARABLE,
        /** The file defines no such function. */
        MISSING,
        /** The function cannot be called like that. */
        REFUSED,
        /** The file cannot be imported. */
        UNLOADABLE,
        /** The time was up. */
        STOPPED,
        /** The interpreter ended without an answer. */
        ENDED;

        /** Whether it says something about the function, and not about how it was tried. */
        boolean isAnswer() {
            return this != STOPPED && this != ENDED;
        }
    }

    /**
     * What came of it.
     *
     * @param shown the value, the exception's type, or why it is neither
     * @param exact equal for equal values of equal types, in the same order
     * @param unordered equal for values that {@code ==} finds equal although a dict's order differs
     * @param type of the value or of the exception
     * @param detail in which two Pythons always differ, such as a traceback
     * @param leftRunning threads and processes of the function's own
     */
    record Answer(
            Outcome outcome,
            String shown,
            @Nullable String exact,
            @Nullable String unordered,
            @Nullable String type,
            @Nullable String detail,
            @JsonProperty("left running") int leftRunning) {

        Answer {
            detail = Objects.requireNonNullElse(detail, "");
        }

        static Answer none(Outcome outcome, String shown, String detail) {
            return new Answer(outcome, shown, null, null, null, detail, 0);
        }
    }

    /** An answer, and what was printed meanwhile. */
    record Trial(Answer answer, String out, String err) {}

    /** Tries it, on whatever is started. */
    Trial on(BiFunction<Sources, Limits, Python> start) {
        try (var folder = TemporaryFolder.create();
                var python = start.apply(Sources.of(folder.path()), limits)) {
            var request = folder.path().resolve("request.json");
            var answer = folder.path().resolve("answer.json");
            prepare(folder.path(), request);
            var run = python.run(MODULES.getFirst(), request.toString(), answer.toString());
            var err = JvmNotices.removedFrom(run.err());
            return new Trial(read(answer, run.exitCode()), run.out(), err);
        } catch (PythonFailure.TimedOut stopped) {
            var shown = "no answer within %s s%s".formatted(limits.seconds(), stopped.where(file.getParent()));
            return new Trial(Answer.none(Outcome.STOPPED, shown, ""), stopped.printed(), "");
        }
    }

    private void prepare(Path folder, Path request) {
        var wanted =
                Map.of("file", file.toString(), "function", function, "arguments", arguments, "keywords", keywords);
        Uncheck.run(() -> JSON.writeValue(request.toFile(), wanted));
        for (var module : MODULES) {
            var file = module + ".py";
            Uncheck.run(() -> PathUtils.copyFile(Probe.class.getResource("both/" + file), folder.resolve(file)));
        }
    }

    private static Answer read(Path answer, int status) {
        try {
            return JSON.readValue(answer.toFile(), Answer.class);
        } catch (IOException e) {
            var how = status > 128 ? "signal " + (status - 128) : "status " + status;
            return Answer.none(Outcome.ENDED, "the interpreter ended with " + how, "");
        }
    }
}
