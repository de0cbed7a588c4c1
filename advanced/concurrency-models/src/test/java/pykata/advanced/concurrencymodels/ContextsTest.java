package pykata.advanced.concurrencymodels;

import static pykata.python.Implementation.CPYTHON;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.ContextPool;
import pykata.python.GraalPy;

/** A claim about contexts of one JVM, and the virtual threads that wait in them. */
class ContextsTest extends ClaimsTest {

    private static final int REQUESTS = 24;
    private static final int LAMP = 4999;
    private static final double MOMENT = 1; // seconds that the server looks out for one request more
    private static final double A_WHILE = 20; // where that one must come

    @Claim
    @NotOn(value = CPYTHON, because = "it is about contexts of one JVM")
    void a_pool_of_contexts_limits_waiting_too_and_one_shared_context_does_not(GraalPy python, Observed observed)
            throws Exception {
        var server = python.context().eval("python", "__import__('price_server').PriceServer");
        var shared = fetch(python.newContext());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        observed.that(
                        "24 virtual threads, a pool of 2 contexts: in flight",
                        inFlight(server, 2, MOMENT, threads, pool(2, python)))
                .isEqualTo(2);
        observed.that(
                        "... one context that all of them share",
                        inFlight(server, REQUESTS, MOMENT, threads, shared::execute))
                .isEqualTo(REQUESTS);
        observed.control("one context where 2 are expected", inFlight(server, 2, A_WHILE, threads, shared::execute))
                .isAtLeast(3);
    }

    private interface Way {
        Value fetch(Object... arguments) throws Exception;
    }

    /** Its contexts have imported what they call: an import takes longer than the server looks out. */
    private static Way pool(int size, GraalPy python) {
        var contexts = new ContextPool(size, () -> {
            var context = python.newContext();
            fetch(context);
            return context;
        });
        return arguments -> contexts.use(context -> fetch(context).execute(arguments));
    }

    private static Value fetch(Context context) {
        return context.eval("python", "__import__('one_context').price");
    }

    /** The most in flight, as the server counts; each request got its price. */
    private static int inFlight(Value server, int expected, double moment, ExecutorService threads, Way way)
            throws Exception {
        var serving = server.newInstance(expected, REQUESTS, moment);
        Callable<Integer> request =
                () -> way.fetch(serving.getMember("port").asInt(), "LAMP").asInt();
        for (Future<Integer> price :
                threads.invokeAll(Stream.generate(() -> request).limit(REQUESTS).toList())) {
            if (price.get() != LAMP) {
                throw new AssertionError("a LAMP for " + price.get());
            }
        }
        serving.invokeMember("close");
        return serving.getMember("most").asInt();
    }
}
