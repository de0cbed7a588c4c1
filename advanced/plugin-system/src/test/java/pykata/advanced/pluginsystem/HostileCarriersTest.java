package pykata.advanced.pluginsystem;

import static pykata.python.Implementation.CPYTHON;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import pykata.advanced.pluginsystem.Outcome.Answered;
import pykata.advanced.pluginsystem.Outcome.Failed;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;

@Needs({"flit-core", "uv"})
class HostileCarriersTest extends ClaimsTest {

    private static final Allowance ALLOWANCE = new Allowance(1, 128L << 20, 2);
    private static final List<String> COUNTRIES = List.of("FR", "IT", "DE", "US");

    @Claim
    @NotOn(value = CPYTHON, because = "it is about a host in Java")
    void a_host_in_java_survives_its_plugins(GraalPy python, Observed observed) throws Exception {
        var clock = new AtomicLong();
        var thinking = new Thinking();
        var sandbox = Sandbox.of(Installed.once().sitePackages(), thinking);
        var offers = Installed.once().offersWithout("swift_post_fork");
        try (var host = new PluginHost(offers, sandbox, adapter(python), ALLOWANCE, clock::get)) {
            var outcomes = new TreeMap<String, List<Object>>();
            for (var country : COUNTRIES) {
                for (var offer : offers) {
                    if (!offer.name().equals("molasses")) {
                        outcomes.computeIfAbsent(offer.name(), name -> new ArrayList<>())
                                .add(shown(host.quote(offer.name(), 250, country)));
                    }
                }
            }
            observed.that("keeps the contract", outcomes.get("swift")).isEqualTo(List.of(1490, 1490, 492, 1490));
            observed.that("hangs, and catches everything", hanging(host, thinking, clock, observed))
                    .isEqualTo(List.of("HUNG", "HUNG", "DISABLED", "DISABLED"));
            observed.that("never stops allocating", outcomes.get("glutton"))
                    .isEqualTo(List.of("GREEDY", "GREEDY", "DISABLED", "DISABLED"));
            observed.that("raises what cannot be printed", outcomes.get("grumpy"))
                    .isEqualTo(List.of("RAISED", "RAISED", "DISABLED", "DISABLED"));
            observed.that("lies: True, then -1", outcomes.get("fibber"))
                    .isEqualTo(List.of("LIED", "LIED", "DISABLED", "DISABLED"));
            observed.that("was written for version 3", outcomes.get("future"))
                    .isEqualTo(List.of("INCOMPATIBLE", "INCOMPATIBLE", "INCOMPATIBLE", "INCOMPATIBLE"));
            observed.that("the report of the one that hangs", host.report().get("molasses"))
                    .isEqualTo(Map.of("HUNG", 2, "DISABLED", 2));
            observed.control(
                            "the report of the one that keeps the contract",
                            host.report().get("swift"))
                    .isEqualTo(Map.of("ANSWERED", 6));
            observed.that(
                            "price: [before, after one that cannot be imported, after `swift-post-fork`]",
                            replacing(host))
                    .isEqualTo(List.of(492, 492, 1));
            observed.control("was written for version 1", outcomes.get("harbour"))
                    .isEqualTo(List.of(355, 355, 355, 355));
            observed.control("exits", outcomes.get("quitter"))
                    .isEqualTo(List.of("EXITED", "EXITED", "DISABLED", "DISABLED"));
            for (var failing : List.of("paper", "ghost", "hasty")) {
                observed.control("cannot be loaded or called: " + failing, outcomes.get(failing))
                        .isEqualTo(List.of("RAISED", "RAISED", "DISABLED", "DISABLED"));
            }
            observed.control("incompatible, counted", host.report().get("future"))
                    .isEqualTo(Map.of("INCOMPATIBLE", 4));
            observed.control(
                            "contexts: one each, none for version 3, one more after each end by force, two to replace one",
                            host.contexts())
                    .isEqualTo(14);
        }
        observed.control(
                        "asked on and on, it lies with True, -1 and a text, and not with an int's subclass",
                        fibber(python))
                .isEqualTo(List.of("LIED", "LIED", 490, "LIED"));
    }

    private static List<Object> replacing(PluginHost host) throws Exception {
        var sandbox = Sandbox.of(Installed.once().sitePackages(), OutputStream.nullOutputStream());
        var answers = new ArrayList<>(List.of(shown(host.quote("swift", 250, "DE"))));
        for (var module : List.of("paper_trail", "swift_post_fork")) {
            host.replace(new Offer(module, "swift", module, "quote", 2), sandbox);
            answers.add(shown(host.quote("swift", 250, "DE")));
        }
        return answers;
    }

    /** The third answer ends the streak of failures. */
    private static List<Object> fibber(GraalPy python) throws Exception {
        var sandbox = Sandbox.of(Installed.once().sitePackages(), OutputStream.nullOutputStream());
        var offer = new Offer("fibber_express", "fibber", "fibber_express", "quote", 2);
        var allowance = new Allowance(1, ALLOWANCE.bytes(), 3);
        try (var host = new PluginHost(List.of(offer), sandbox, adapter(python), allowance, () -> 0)) {
            var answers = new ArrayList<>();
            for (var country : COUNTRIES) {
                answers.add(shown(host.quote("fibber", 250, country)));
            }
            return answers;
        }
    }

    /** While the carrier hangs, another one answers; then the time is up. Its own turns are the clock. */
    private static List<Object> hanging(PluginHost host, Thinking thinking, AtomicLong clock, Observed observed)
            throws Exception {
        var outcomes = new ArrayList<>();
        for (var country : COUNTRIES) {
            var call = new FutureTask<>(() -> host.quote("molasses", 250, country));
            var caller = new Thread(call);
            var turns = thinking.turns(1000);
            caller.start();
            if (outcomes.size() < ALLOWANCE.strikes()) {
                observed.control("it turns a thousand times, " + country, turns.await(60, TimeUnit.SECONDS))
                        .isEqualTo(true);
                observed.control("another one answers meanwhile, " + country, shown(host.quote("swift", 0, "DE")))
                        .isEqualTo(490);
                observed.control("its caller waits still, " + country, call.isDone())
                        .isEqualTo(false);
                var busy = threads("molasses");
                observed.control("threads of its contexts that run, " + country, busy.size())
                        .isEqualTo(1);
                clock.addAndGet(ALLOWANCE.time() + 1);
                outcomes.add(shown(call.get()));
                busy.getFirst().join(Duration.ofSeconds(60));
                observed.control(
                                "... and after its time, " + country,
                                threads("molasses").size())
                        .isEqualTo(0);
            } else {
                outcomes.add(shown(call.get()));
            }
        }
        return outcomes;
    }

    private static List<Thread> threads(String carrier) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(carrier))
                .toList();
    }

    private static Object shown(Outcome outcome) {
        return switch (outcome) {
            case Answered(int cents) -> cents;
            case Failed(Outcome.Failure failure, String detail) -> failure.name();
        };
    }

    static String adapter(GraalPy python) {
        return python.context().eval("python", "__import__('adapter').text()").asString();
    }

    /** Counts how often something is printed. */
    private static final class Thinking extends OutputStream {

        private volatile CountDownLatch turns = new CountDownLatch(0);

        CountDownLatch turns(int number) {
            turns = new CountDownLatch(number);
            return turns;
        }

        @Override
        public void write(int character) {
            turns.countDown();
        }

        @Override
        public void write(byte[] text, int offset, int length) {
            turns.countDown();
        }
    }
}
