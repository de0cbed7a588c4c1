package pykata.scenarios.iot;

import static pykata.python.Implementation.CPYTHON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.scenarios.iot.demo.Part;
import pykata.scenarios.iot.devices.Kind;
import pykata.scenarios.iot.devices.Kind.Fate;
import pykata.scenarios.iot.devices.Progress;
import pykata.scenarios.iot.wire.RuleText;
import pykata.scenarios.iot.wire.Topics;

/** What the system promises: its parts run in processes of their own, and some of those are killed. */
class RunningTest extends ClaimsTest {

    private static final int ROOM = 32;

    private static final List<RuleText> NEW_RULES = List.of(
            RuleText.of(2, Part.rules()),
            rules(3, "def process(:"),
            rules(4, "def process(*columns): return 0"),
            rules(5, "def process(*columns):\n    while True: pass"));

    @Claim(falsifier = "none: no Python takes part; the control is the same system with its log running")
    @NotOn(value = CPYTHON, because = "the gateway and the log run on the JVM")
    void nothing_is_acknowledged_that_the_log_does_not_have(GraalPy python, Observed observed) throws Exception {
        try (var system = new RunningSystem()) {
            system.start(Part.LOG);
            system.start(Part.GATEWAY, "--patience", "4000", "--readings", "" + ROOM);
            var first = system.devices(0, ROOM / 2, 2, "--rate", "0", "--faults", "0")
                    .awaitEnd();
            observed.control("the log runs: acknowledged", first.total()).isEqualTo(ROOM);
            observed.control("... in the log", system.readings(Topics.FRAMES, 0).size())
                    .isEqualTo(ROOM);
            observed.control("... refused for want of room", system.stat("refused"))
                    .isEqualTo(0);

            system.kill(Part.LOG);
            var fleet = system.devices(1_000, 50, 4, "--rate", "0", "--faults", "0");
            RunningSystem.await("there is no room left", () -> system.stat("inside") == ROOM);
            RunningSystem.await("some is refused for that", () -> system.stat("refused") > 0);
            RunningSystem.await("some is given up that was held", () -> system.stat("failed") > 0);
            RunningSystem.await("devices know", () -> fleet.progress().refused() > 0);
            observed.that(
                            "log killed, 50 devices send 4 each: acknowledged",
                            fleet.progress().total())
                    .isEqualTo(0);
            observed.control("... readings that are in the log by then", system.stat("readings"))
                    .isEqualTo(ROOM);

            system.start(Part.LOG);
            var summary = fleet.awaitEnd();
            observed.control("... refused", summary.refused()).isAtLeast(1);
            observed.that("log started again: acknowledged", summary.total()).isEqualTo(200);
            observed.that(
                            "... in the log, each counted once",
                            system.readings(Topics.FRAMES, 1_000).size())
                    .isEqualTo(200);
            observed.that("room for 32 readings: most held at once", system.stat("mostInside"))
                    .isEqualTo(ROOM);
        }
    }

    @Claim(falsifier = "none: no rule can undo what the log commits; SystemTest breaks it, by another guarantee")
    @NotOn(value = CPYTHON, because = "Kafka Streams runs on the JVM")
    void each_kind_is_exact_after_kills_of_the_worker_and_new_rules(GraalPy python, Observed observed)
            throws Exception {
        try (var system = new RunningSystem()) {
            system.start(Part.LOG);
            system.begin(Part.PROCESSOR);
            system.start(Part.GATEWAY, "--patience", "60000");
            system.awaitReady(Part.PROCESSOR);
            var fleets = new ArrayList<RunningSystem.Fleet>();
            fleets.add(system.devices(0, 20, 50, "--rate", "6"));
            RunningSystem.await("something is judged", () -> system.count(Topics.ACCEPTED) > 0);
            var answers = system.answers(NEW_RULES);
            var judged = new ArrayList<Long>();
            for (var first : List.of(1_000, 2_000)) {
                var before = system.count(Topics.ACCEPTED);
                var fleet = system.devices(first, 20, 50, "--rate", "6");
                fleets.add(fleet);
                fleet.awaitAcknowledged(0.2);
                RunningSystem.await("more is judged", () -> system.count(Topics.ACCEPTED) > before);
                system.kill(Part.PROCESSOR);
                system.wipeState();
                judged.add(system.count(Topics.ACCEPTED));
                system.start(Part.PROCESSOR);
            }
            var summaries = new ArrayList<Progress>();
            for (var fleet : fleets) {
                summaries.add(fleet.awaitEnd());
            }
            var balance = system.balanceWhen("all is judged", each -> each.onItsWay() == 0);
            var planned = fates(summaries);
            observed.control(
                            "publishes, each sent once",
                            List.of(sum(summaries, Progress::total), sum(summaries, Progress::attempts)))
                    .isEqualTo(List.of(3_000, 3_000));
            observed.that("planned: [accepted, duplicates, dead letters]", planned)
                    .isEqualTo(List.of(2_619, 145, 236));
            observed.that(
                            "two kills, each with the state wiped",
                            List.of(balance.accepted(), balance.duplicates(), balance.deadLettered()))
                    .isEqualTo(planned);
            observed.control("accepted before the first kill", judged.getFirst())
                    .isAtLeast(1);
            observed.control("... then, before the second", judged.getLast() - judged.getFirst())
                    .isAtLeast(1);
            observed.control("... then, after it", balance.accepted() - judged.getLast())
                    .isAtLeast(1);
            observed.control(
                            "different ones",
                            system.readings(Topics.ACCEPTED, 0).size())
                    .isEqualTo(balance.accepted());
            observed.control("rows", system.count(Topics.ACCEPTED)).isEqualTo(balance.accepted());
            observed.that(
                            "used: [good, broken, wrong, endless] new rules",
                            answers.stream().map("used"::equals).toList())
                    .isEqualTo(List.of(true, false, false, false));
            observed.that("versions that judged frames", system.versionsAtWork())
                    .isEqualTo(List.of(1, 2));
            for (var reason : List.of("SyntaxError", "golden frame", "does not end")) {
                observed.control(
                                "refused: " + reason,
                                answers.stream()
                                        .filter(answer -> answer.contains(reason))
                                        .count())
                        .isEqualTo(1);
            }
        }
    }

    private static RuleText rules(int version, String python) {
        return new RuleText(version, Map.of("rules/frame.py", python));
    }

    private static long sum(List<Progress> summaries, ToLongFunction<Progress> number) {
        return summaries.stream().mapToLong(number).sum();
    }

    /** What the devices planned: accepted, duplicates, dead letters. */
    private static List<Long> fates(List<Progress> summaries) {
        return Arrays.stream(Fate.values())
                .map(fate -> summaries.stream()
                        .flatMap(summary -> summary.acknowledged().entrySet().stream())
                        .filter(kind -> Kind.valueOf(kind.getKey().toUpperCase(Locale.ROOT))
                                        .fate()
                                == fate)
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .toList();
    }
}
