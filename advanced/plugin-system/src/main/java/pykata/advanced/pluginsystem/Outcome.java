package pykata.advanced.pluginsystem;

/** What came of asking a carrier. */
public sealed interface Outcome {

    /** @param cents plain Java: nothing in it can call the plug-in again */
    record Answered(int cents) implements Outcome {}

    /** @param detail the type of the exception, or of the answer that is no answer; may be empty */
    record Failed(Failure failure, String detail) implements Outcome {}

    /** Why there is no answer. */
    enum Failure {
        /** It was written for a version of the contract that the host does not speak; none of its code has run. */
        INCOMPATIBLE,
        /** Another distribution offers the same name; none of its code has run. */
        AMBIGUOUS,
        RAISED,
        EXITED,
        /** The answer is not what the contract says. */
        LIED,
        /** It took longer than allowed, and its context was closed. */
        HUNG,
        /** It allocated more than allowed, and its context was closed. */
        GREEDY,
        /** GraalPy itself failed, mostly on something that a restricted context refuses. */
        CRASHED,
        /** It failed too often in a row, and is not asked any more. */
        DISABLED
    }

    /** What a report counts it as. */
    default String kind() {
        return switch (this) {
            case Answered answered -> "ANSWERED";
            case Failed failed -> failed.failure().name();
        };
    }
}
