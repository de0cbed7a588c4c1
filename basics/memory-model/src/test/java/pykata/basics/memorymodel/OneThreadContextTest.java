package pykata.basics.memorymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

class OneThreadContextTest {

    private final GraalPy python =
            new GraalPy(Question.of(OneThreadContextTest.class).sources(), Limits.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void whoever_calls_what_is_dropped_is_given_back() throws Exception {
        try (var context = new OneThreadContext(python::newContext)) {
            var told = context.use(each -> lease(each, "drop_and_stay('boat 7', 20_000_000)['given back'][0]"));
            assertThat(told).isEqualTo("boat 7");
        }
    }

    @Test
    void closing_it_does_what_finalizers_still_owe_but_writes_out_no_file() throws Exception {
        var owed = folder.resolve("owed.txt");
        var unclosed = folder.resolve("unclosed.txt");
        try (var context = new OneThreadContext(python::newContext)) {
            context.use(each -> {
                each.getBindings("python").putMember("owed", owed.toString());
                each.getBindings("python").putMember("unclosed", unclosed.toString());
                return each.eval("python", """
                        import pathlib, weakref, lease
                        kept = lease.Lease()
                        weakref.finalize(kept, pathlib.Path(owed).write_text, "given back")
                        report = open(unclosed, "w")
                        report.write("total 42")
                        """);
            });
            assertThat(owed).doesNotExist();
        }
        assertThat(owed).hasContent("given back");
        assertThat(Files.size(unclosed)).isZero();
    }

    @Test
    void without_it_what_another_thread_drops_waits_until_the_first_one_closes_the_context() throws Exception {
        var givenBack = new CopyOnWriteArrayList<String>();
        ProxyExecutable giveBack = names -> givenBack.add(names[0].asString());
        try (var context = python.newContext()) {
            var leases = context.eval("python", "__import__('lease')");
            leases.putMember("give_back", giveBack);
            var dropped =
                    new FutureTask<>(() -> leases.invokeMember("drop", "boat 7").asBoolean());
            new Thread(dropped).start();
            assertThat(dropped.get()).as("gone").isTrue();
            assertThat(givenBack).isEmpty();
        }
        assertThat(givenBack).containsExactly("boat 7");
    }

    @Test
    void an_exception_comes_out_as_it_is() throws Exception {
        try (var context = new OneThreadContext(python::newContext)) {
            assertThatExceptionOfType(PolyglotException.class)
                    .isThrownBy(() -> context.use(each -> each.eval("python", "1 / 0")));
        }
    }

    private static String lease(Context context, String call) {
        return context.eval("python", "__import__('lease')." + call).asString();
    }
}
