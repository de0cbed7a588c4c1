package pykata.scenarios.iot;

import static pykata.python.Implementation.CPYTHON;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.scenarios.iot.demo.Part;
import pykata.scenarios.iot.devices.Kind;
import pykata.scenarios.iot.devices.Kind.Fate;
import pykata.scenarios.iot.devices.Progress;
import pykata.scenarios.iot.wire.Topics;

/** What the system promises: its parts run in processes of their own, and some of those are killed. */
class RunningTest extends ClaimsTest {

    private static final int HELD = 25;

    @Claim(falsifier = "none: no Python takes part; the control is the same system with its log running")
    @NotOn(value = CPYTHON, because = "the gateway and the log run on the JVM")
    void nothing_is_acknowledged_that_the_log_does_not_have(GraalPy python, Observed observed) throws Exception {
        try (var system = new RunningSystem()) {
            system.start(Part.LOG);
            system.start(Part.GATEWAY, "--patience", "8000");
            var first = system.devices(0, 20, 2, "--rate", "0", "--faults", "0").awaitEnd();
            observed.control("the log runs: acknowledged", first.total()).isEqualTo(40);
            observed.control("... in the log", system.readings(Topics.FRAMES, 0).size())
                    .isEqualTo(40);

            system.kill(Part.LOG);
            var fleet = system.devices(1_000, 50, 4, "--rate", "0", "--faults", "0");
            RunningSystem.await("the gateway holds readings", () -> system.held() >= HELD);
            observed.control("the log is killed: some readings are held", system.held() > 0)
                    .isEqualTo(true);
            RunningSystem.await(
                    "it gives some of them up", () -> fleet.progress().refused() > 0);
            observed.that(
                            "log killed, 50 devices send, some are refused: acknowledged",
                            fleet.progress().total())
                    .isEqualTo(0);

            system.start(Part.LOG);
            observed.that("log started again: acknowledged", fleet.awaitEnd().total())
                    .isEqualTo(200);
            observed.that(
                            "... in the log, each counted once",
                            system.readings(Topics.FRAMES, 1_000).size())
                    .isEqualTo(200);
        }
    }

    @Claim(falsifier = "none: no rule can undo what the log commits; SystemTest breaks it, by another guarantee")
    @NotOn(value = CPYTHON, because = "Kafka Streams runs on the JVM")
    void each_kind_is_exact_after_a_kill_of_the_worker(GraalPy python, Observed observed) throws Exception {
        try (var system = new RunningSystem()) {
            system.start(Part.LOG);
            system.start(Part.GATEWAY, "--patience", "60000");
            system.start(Part.PROCESSOR);
            var fleet = system.devices(0, 60, 50, "--rate", "6");
            fleet.awaitAcknowledged(0.3);
            system.kill(Part.PROCESSOR);
            system.wipeState();
            var judged = system.count(Topics.ACCEPTED);
            system.start(Part.PROCESSOR);
            var summary = fleet.awaitEnd();
            var balance = system.balanceWhen("all is judged", each -> each.onItsWay() == 0);
            observed.control("publishes, each sent once", List.of(summary.total(), summary.attempts()))
                    .isEqualTo(List.of(3_000, 3_000));
            observed.that("planned: [accepted, duplicates, dead letters]", fates(summary))
                    .isEqualTo(List.of(2_630, 169, 201));
            observed.that(
                            "killed, state wiped",
                            List.of(balance.accepted(), balance.duplicates(), balance.deadLettered()))
                    .isEqualTo(fates(summary));
            observed.control("of those accepted, before the kill", judged).isAtMost(balance.accepted() - 1);
            observed.control("... at least", judged).isAtLeast(1);
            observed.control(
                            "different ones",
                            system.readings(Topics.ACCEPTED, 0).size())
                    .isEqualTo(balance.accepted());
            observed.control("rows", system.count(Topics.ACCEPTED)).isEqualTo(balance.accepted());
        }
    }

    /** What the devices planned: accepted, duplicates, dead letters. */
    private static List<Long> fates(Progress summary) {
        return Arrays.stream(Fate.values())
                .map(fate -> summary.acknowledged().entrySet().stream()
                        .filter(kind -> Kind.valueOf(kind.getKey().toUpperCase(Locale.ROOT))
                                        .fate()
                                == fate)
                        .mapToLong(java.util.Map.Entry::getValue)
                        .sum())
                .toList();
    }
}
