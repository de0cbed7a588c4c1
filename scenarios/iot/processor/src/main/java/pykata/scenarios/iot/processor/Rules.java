package pykata.scenarios.iot.processor;

/** Where a thread gets its rules from. */
public interface Rules {

    /** The newest version, in the context of this thread. It stays until this is called again. */
    FrameRules mine();

    /** What {@link #mine} gave last; if that is broken, another context of the same version. */
    FrameRules mineAgain();
}
