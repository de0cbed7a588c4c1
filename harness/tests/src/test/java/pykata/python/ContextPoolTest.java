package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.FutureTask;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextPoolTest {

    private final GraalPy python = new GraalPy(Rig.SOURCES, Limits.DEFAULT);

    @AfterEach
    void close() {
        python.close();
    }

    @Test
    void whoever_comes_when_all_contexts_are_lent_waits_in_line() throws Exception {
        var pool = new ContextPool(1, python::newContext);
        var second = new FutureTask<>(() -> pool.use(ContextPoolTest::count));
        var waiting = new Thread(second);
        var before = pool.use(context -> {
            waiting.start();
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return count(context);
        });
        assertThat(before).isEqualTo(1);
        assertThat(second.get()).isEqualTo(2);
    }

    @Test
    void a_context_that_python_ended_is_replaced() throws Exception {
        var pool = new ContextPool(1, python::newContext);
        assertThat(pool.use(ContextPoolTest::count)).isEqualTo(1);
        assertThatExceptionOfType(PolyglotException.class)
                .isThrownBy(() -> pool.use(context -> context.eval("python", "raise SystemExit(3)")))
                .satisfies(exit -> assertThat(exit.getExitStatus()).isEqualTo(3));
        assertThat(pool.use(ContextPoolTest::count)).isEqualTo(1);
    }

    @Test
    void a_context_survives_an_ordinary_exception() throws Exception {
        var pool = new ContextPool(1, python::newContext);
        assertThat(pool.use(ContextPoolTest::count)).isEqualTo(1);
        assertThatExceptionOfType(PolyglotException.class)
                .isThrownBy(() -> pool.use(context -> context.eval("python", "1 / 0")));
        assertThat(pool.use(ContextPoolTest::count)).isEqualTo(2);
    }

    /** How often it has been called in this context. */
    private static int count(Context context) {
        return context.eval("python", "__import__('state')")
                .invokeMember("count")
                .asInt();
    }
}
