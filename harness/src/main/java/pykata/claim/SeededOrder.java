package pykata.claim;

import java.util.Collections;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** A random order of test methods that can be had again: {@code -Dpykata.seed} takes the seed that a run printed. */
public final class SeededOrder implements MethodOrderer {

    static final long SEED = Long.getLong("pykata.seed", new java.util.Random().nextInt(1_000_000));

    @Override
    public void orderMethods(MethodOrdererContext context) {
        Collections.shuffle(context.getMethodDescriptors(), new java.util.Random(SEED));
    }
}
