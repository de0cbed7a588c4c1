package pykata.python;

import java.nio.file.Path;
import java.util.List;

/** Why a call into Python gave no value. */
public abstract sealed class PythonFailure extends RuntimeException {

    /** Characters of a failed call's output that its message shows. */
    private static final int MOST_SHOWN = 500;

    private PythonFailure(String message) {
        super(message);
    }

    /** Python raised an exception that the called function let pass. */
    public static final class Raised extends PythonFailure {

        private final String type;

        Raised(Interpreter interpreter, String type, String message, String traceback) {
            super("%s on %s: %s\n%s".formatted(type, interpreter, message, traceback));
            this.type = type;
        }

        /** The exception's class name, such as {@code ValueError}. */
        public String type() {
            return type;
        }
    }

    /** The call was stopped at its time limit. */
    public static final class TimedOut extends PythonFailure {

        private final Log said;

        /** @param folders of the code under proof */
        TimedOut(Interpreter interpreter, String what, Limits limits, List<Path> folders, Log said) {
            super("%s gave no answer within %s s on %s and was stopped%s%s"
                    .formatted(what, limits.seconds(), interpreter, said.stoppedAt(folders), shown(said.printed())));
            this.said = said;
        }

        /** The innermost line in a folder that was running, as {@code " at bank.py:7, in f"}; empty if not known. */
        public String where(Path folder) {
            return said.stoppedAt(List.of(folder));
        }

        /** What it had printed. */
        public String printed() {
            return said.printed();
        }
    }

    /** The interpreter ended instead of answering. */
    public static final class Ended extends PythonFailure {

        Ended(Interpreter interpreter, String what, String how, String printed) {
            super("%s gave no answer on %s: the interpreter ended with %s%s"
                    .formatted(what, interpreter, how, shown(printed)));
        }
    }

    private static String shown(String text) {
        if (text.isBlank()) {
            return "";
        }
        var end = text.strip();
        var shown = end.length() <= MOST_SHOWN ? end : "... " + end.substring(end.length() - MOST_SHOWN);
        return "\nIt had printed:\n" + shown.indent(2).stripTrailing();
    }
}
