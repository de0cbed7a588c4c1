package pykata.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;
import pykata.python.Interpreter;
import pykata.python.Interpreters;

/**
 * What a claim's test sees. What is shown to the reader is what is asserted: each observation is one row of the claim's
 * table, and it exists only if its assertion held.
 */
public final class Observed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Interpreter interpreter;
    private final List<Observation> observations = new ArrayList<>();

    Observed(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * Begins an observation. It must be ended by saying what is expected.
     *
     * @param label what it is, in the reader's words
     * @param value anything Jackson can write as JSON; not null, but a JSON null
     */
    public Observation that(String label, @Nullable Object value) {
        return begin(label, value, false);
    }

    /**
     * Begins a control: the same measurement with the cause taken away, or of another word of the claim's sentence. It is
     * asserted like any observation, and stays off the page.
     *
     * @param label what it is, for whoever reads the failure
     * @param value anything Jackson can write as JSON
     */
    public Observation control(String label, @Nullable Object value) {
        return begin(label, value, true);
    }

    /** A result's member that is missing is Java's null; Python's None is JSON's. */
    private Observation begin(String label, @Nullable Object value, boolean isControl) {
        if (value == null) {
            throw new ClaimNotMet("\"%s\" is not in what was returned: is its name misspelt?".formatted(label));
        }
        var observation = new Observation(label, normal(value), isControl);
        observations.add(observation);
        return observation;
    }

    /** The rows for the reader: what was observed, without the controls. */
    Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        observations.stream()
                .filter(observation -> !observation.isControl)
                .forEach(observation -> rows.put(observation.label, String.valueOf(observation.shown)));
        return rows;
    }

    /** @throws ClaimNotMet if nothing was observed, or something was observed and then not compared */
    void mustBeComplete() {
        if (rows().isEmpty()) {
            throw new ClaimNotMet("the test observes nothing, so it proves nothing");
        }
        var labels = observations.stream().map(each -> each.label).toList();
        if (Set.copyOf(labels).size() < labels.size()) {
            throw new ClaimNotMet("two observations have the same label: " + String.join(", ", labels));
        }
        for (var observation : observations) {
            if (observation.shown == null) {
                throw new ClaimNotMet("\"%s\" is observed but nothing is expected of it on %s"
                        .formatted(observation.label, interpreter));
            }
        }
    }

    private static JsonNode normal(@Nullable Object value) {
        return Uncheck.get(
                () -> JSON.readTree(JSON.writeValueAsString(value)), () -> "cannot be shown as JSON: " + value);
    }

    /** One thing observed, waiting for what is expected of it. */
    public final class Observation {

        private final String label;
        private final JsonNode value;
        private final boolean isControl;
        private @Nullable String shown;

        private Observation(String label, JsonNode value, boolean isControl) {
            this.label = label;
            this.value = value;
            this.isControl = isControl;
        }

        /** The same is expected everywhere. */
        public void isEqualTo(@Nullable Object expected) {
            var wanted = normal(expected);
            must(value.equals(wanted), Literal.of(wanted), Literal.of(value));
        }

        /**
         * This is expected on some interpreters. The first set that includes the interpreter counts; one of them must.
         */
        public Observation on(Interpreters where, @Nullable Object expected) {
            if (shown == null && where.include(interpreter)) {
                isEqualTo(expected);
            }
            return this;
        }

        /** A magnitude that varies: the bound is expected, and shown. */
        public void isAtMost(long bound) {
            must(value.isNumber() && value.asDouble() <= bound, "≤ " + bound, "≤ " + bound);
        }

        /** A magnitude that varies: the bound is expected, and shown. */
        public void isAtLeast(long bound) {
            must(value.isNumber() && value.asDouble() >= bound, "≥ " + bound, "≥ " + bound);
        }

        private void must(boolean isMet, String wanted, String shownThen) {
            if (!isMet) {
                var seen = Literal.of(value);
                throw new ClaimNotMet("%s: observed %s, expected %s".formatted(label, seen, wanted), wanted, seen);
            }
            shown = shownThen;
        }
    }
}
