package pykata.scenarios.iot;

import static pykata.python.Implementation.CPYTHON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int DEVICES = 10;

    /** It commits so seldom that a kill can come between two commits. An endless rule need not take long to be one. */
    private static final String[] WORKER = {"--commit", "2000", "--limit", "1000"};

    private static final List<RuleText> NEW_RULES = List.of(
            warm(),
            rules(3, "def process(:"),
            rules(4, "def process(*columns): return 0"),
            rules(5, "def process(*columns):\n    while True: pass"));

    @Claim(falsifier = "none: no Python takes part; the control is the same system with its log running")
    @NotOn(value = CPYTHON, because = "the gateway and the log run on the JVM")
    void nothing_is_acknowledged_that_the_log_does_not_have(GraalPy python, Observed observed) throws Exception {
        try (var system = new RunningSystem()) {
            system.start(Part.LOG);
            system.start(Part.GATEWAY, "--patience", "2000", "--readings", "" + ROOM);
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
            observed.that("room for 32: most on their way to the log", system.stat("mostInside"))
                    .isEqualTo(ROOM);
        }
    }

    @Claim(falsifier = "none: no rule can undo what the log commits; SystemTest breaks it, by another guarantee")
    @NotOn(value = CPYTHON, because = "Kafka Streams runs on the JVM")
    void each_kind_is_exact_after_kills_of_the_worker_and_new_rules(GraalPy python, Observed observed)
            throws Exception {
        try (var system = new RunningSystem()) {
            system.start(Part.LOG);
            system.begin(Part.PROCESSOR, WORKER);
            system.start(Part.GATEWAY, "--patience", "60000");
            system.awaitReady(Part.PROCESSOR);
            var fleets = new ArrayList<RunningSystem.Fleet>();
            fleets.add(system.devices(0, DEVICES, 60, "--rate", "10"));
            RunningSystem.await("something is judged", () -> system.count(Topics.ACCEPTED) > 0);
            var answers = system.answers(NEW_RULES);
            for (var first : List.of(1_000, 2_000)) {
                var before = system.count(Topics.ACCEPTED);
                fleets.add(system.devices(first, DEVICES, 60, "--rate", "10"));
                try (var ledger = system.killHalfWay()) {
                    observed.control(first + ": results that the kill leaves without their position", ledger.halfDone())
                            .isAtLeast(1);
                }
                observed.control(first + ": accepted since the last kill", system.count(Topics.ACCEPTED) - before)
                        .isAtLeast(1);
                if (first == 1_000) {
                    system.start(Part.PROCESSOR, WORKER);
                }
            }
            try (var ledger = system.ledgerTail()) {
                system.start(Part.PROCESSOR, WORKER);
                var summaries = new ArrayList<Progress>();
                for (var fleet : fleets) {
                    summaries.add(fleet.awaitEnd());
                }
                var balance = system.balanceWhen("all is judged", each -> each.onItsWay() <= 0);
                observed.control(
                                "publishes, each sent once",
                                List.of(sum(summaries, Progress::total), sum(summaries, Progress::attempts)))
                        .isEqualTo(List.of(1_800, 1_800));
                var planned = fates(summaries);
                observed.that("planned: [accepted, duplicates, dead letters]", planned)
                        .isEqualTo(List.of(1_558, 93, 149));
                var letters = system.letters();
                observed.that(
                                "worker killed twice, its results half written",
                                List.of(
                                        system.count(Topics.ACCEPTED),
                                        balance.duplicates(),
                                        letters.values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum()))
                        .isEqualTo(planned);
                observed.control("dead letters of each kind", letters).isEqualTo(planned(summaries, Fate.DEAD));
                observed.control(
                                "by the ledger",
                                List.of(balance.accepted(), balance.duplicates(), balance.deadLettered()))
                        .isEqualTo(planned);
                observed.control(
                                "different ones accepted",
                                system.readings(Topics.ACCEPTED, 0).size())
                        .isEqualTo(balance.accepted());
                newRules(answers, ledger, system, observed);
            }
        }
    }

    /**
     * @param ledger from the last kill on
     */
    private static void newRules(List<String> answers, LedgerTail ledger, RunningSystem system, Observed observed) {
        observed.that(
                        "used: [good, broken, wrong, endless] new rules",
                        answers.stream().map("used"::equals).toList())
                .isEqualTo(List.of(true, false, false, false));
        observed.that(
                        "versions that judged: [in all, after the kills]",
                        List.of(system.versionsAtWork(), ledger.versions()))
                .isEqualTo(List.of(List.of(1, 2), List.of(2)));
        observed.that(
                        "20 devices warmer than the new limit: alarms",
                        system.devicesWith(alert -> alert.rule() == 2 && alert.device() >= 1_000)
                                .size())
                .isEqualTo(2 * DEVICES);
        observed.control(
                        "by the old rules, below their limit",
                        system.devicesWith(alert -> alert.rule() == 1 && alert.mean() < 80 && alert.value() > 0))
                .isEqualTo(List.of());
        for (var reason : List.of("SyntaxError", "golden frame", "does not end")) {
            observed.control(
                            "refused: " + reason,
                            answers.stream()
                                    .filter(answer -> answer.contains(reason))
                                    .count())
                    .isEqualTo(1);
        }
    }

    /** The rules as they are, with one limit that every device is above. */
    private static RuleText warm() {
        var files = new TreeMap<>(RuleText.of(1, Part.rules()).files());
        files.computeIfPresent("rules/alerts.py", (_, text) -> {
            var changed = text.replace("75.0 if is_open else 80.0", "-50.0 if is_open else -40.0");
            if (changed.equals(text)) {
                throw new IllegalStateException("the limit is not where it was");
            }
            return changed;
        });
        return new RuleText(2, files);
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
                .map(fate -> planned(summaries, fate).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .toList();
    }

    /** How many publishes of each kind that has this fate. */
    private static Map<String, Long> planned(List<Progress> summaries, Fate fate) {
        var kinds = new TreeMap<String, Long>();
        for (var summary : summaries) {
            summary.acknowledged().forEach((word, count) -> {
                if (Kind.valueOf(word.toUpperCase(Locale.ROOT)).fate() == fate) {
                    kinds.merge(word, count, Long::sum);
                }
            });
        }
        return kinds;
    }
}
