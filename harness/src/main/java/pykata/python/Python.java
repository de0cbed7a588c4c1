package pykata.python;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A running Python that can be called from Java. */
public sealed interface Python extends AutoCloseable permits GraalPy, PythonProcess {

    Interpreter interpreter();

    /**
     * Calls a function of a module under proof, importing the module if need be.
     *
     * @param function {@code module.function}
     * @param arguments values that Jackson can write as JSON
     * @return the function's result as JSON: a tuple is an array, {@code None} is null
     * @throws PythonFailure.Raised if the function raises, or returns what JSON cannot say (a set, NaN)
     * @throws PythonFailure.TimedOut if it takes longer than the limit; what it started is stopped
     * @throws PythonFailure.Ended if the interpreter ends without an answer
     */
    JsonNode call(String function, Object... arguments);

    /**
     * Runs a module as {@code __main__} in a process of its own, as {@code python3 module.py} would.
     *
     * @throws PythonFailure.TimedOut if it takes longer than the limit
     */
    Run run(String module, String... arguments);

    /**
     * Starts over with other sources: the modules of the old ones are forgotten, an interpreter that is warm stays warm.
     *
     * @param otherLimits of the calls from now on
     */
    void use(Sources otherSources, Limits otherLimits);

    /** The question's modules that calls have imported so far. */
    List<String> modules();

    @Override
    void close();

    /** How a run of a module ended. */
    record Run(int exitCode, String out, String err) {}
}
