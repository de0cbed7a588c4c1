package pykata.scenarios.iot.processor;

/** One version of the rules, for one thread. */
public interface FrameRules {

    int version();

    /** Whether nothing more can be asked of it. */
    default boolean isBroken() {
        return false;
    }

    /**
     * Judges the first n readings. The columns, the states and what is filled in are as {@code rules/frame.py} says.
     *
     * @return how many rows of events there are
     * @throws org.graalvm.polyglot.PolyglotException if the rules raise, or do not end
     */
    int process(
            int[] slots,
            long[] seqs,
            long[] timestamps,
            double[] values,
            long now,
            long[] ints,
            double[] reals,
            byte[] verdicts,
            double[] events,
            int n);
}
