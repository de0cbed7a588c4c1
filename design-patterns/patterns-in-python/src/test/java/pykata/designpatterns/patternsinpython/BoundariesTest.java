package pykata.designpatterns.patternsinpython;

import static java.util.Arrays.asList;
import static java.util.Map.entry;
import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

/** The patterns that stay: what lies between the desk and its databases, its bus and its bank. */
class BoundariesTest extends ClaimsTest {

    private static final List<String> EVENTS =
            List.of("fail", "fail", "fail", "fail", "fail", "ok", "10 s", "10 s", "10 s", "ok", "10 s", "ok");

    private static final List<String> WAITING =
            List.of("fail", "fail", "fail", "fail", "fail", "10 s", "10 s", "10 s", "10 s");

    @Claim(inOwnProcess = true)
    void one_suite_of_cases_holds_for_every_adapter(Python python, Observed observed) {
        observed.control(
                        "databases and adapters that the use cases load",
                        python.call("contract.loads", "desk.use_cases"))
                .isEqualTo(List.of());
        observed.control("... that an adapter loads", python.call("contract.loads", "desk.adapters.in_sqlite"))
                .isEqualTo(List.of("desk.adapters.in_sqlite", "sqlite3"));
        for (var adapter : List.of("in memory", "sqlite3")) {
            observed.that(
                            adapter.equals("sqlite3") ? "... sqlite3" : "cases passed of 12: in a dict",
                            python.call("contract.passed", adapter))
                    .isEqualTo(12);
            observed.control("those that fail: " + adapter, python.call("contract.failed", adapter))
                    .isEqualTo(List.of());
            observed.control("a day: " + adapter, python.call("contract.a_day", adapter))
                    .isEqualTo(DAY);
        }
        observed.that("... a Java object, JDBC", python.call("contract.on_java", "passed"))
                .on(GRAALPY, 12)
                .on(CPYTHON, "ModuleNotFoundError");
        observed.control("those that fail: JDBC", python.call("contract.on_java", "failed"))
                .on(GRAALPY, List.of())
                .on(CPYTHON, "ModuleNotFoundError");
        observed.control("a day: JDBC", python.call("contract.on_java", "a_day"))
                .on(GRAALPY, DAY)
                .on(CPYTHON, "ModuleNotFoundError");
        observed.control("cases that notice the mistake of a fake", python.call("fakes.noticed"))
                .isEqualTo(NOTICED);
        observed.that(
                        "a third database: [added, edited] outside of its adapter",
                        python.call("counting.cost", "database", "desk.domain", "desk.use_cases", "contract"))
                .isEqualTo(List.of(0, 1));
        observed.control("the one that is edited", python.call("counting.edited", "database", "contract"))
                .isEqualTo(List.of("opened"));
        observed.that("domain and use cases import", python.call("counting.imports", "desk.domain", "desk.use_cases"))
                .isEqualTo(List.of("collections.abc", "dataclasses", "desk.domain", "typing"));
        observed.control(
                        "... domain and an adapter",
                        python.call("counting.imports", "desk.domain", "desk.adapters.in_sqlite"))
                .isEqualTo(List.of("collections.abc", "dataclasses", "desk.domain", "sqlite3", "typing"));
    }

    /** Each fake has one mistake; no case is there that none of them needs. */
    private static final Map<String, List<String>> NOTICED = Map.ofEntries(
            entry("HandsOutItsOwn", List.of("a_change_that_is_not_saved_is_not_there")),
            entry("ListsItsOwn", List.of("a_change_that_is_not_saved_is_not_there")),
            entry("KeepsWhatIsAdded", List.of("a_change_after_adding_or_saving_is_not_there")),
            entry("KeepsWhatIsSaved", List.of("a_change_after_adding_or_saving_is_not_there")),
            entry("Overwrites", List.of("a_taken_number_is_refused_and_the_first_stays")),
            entry("RefusesTooLate", List.of("a_taken_number_is_refused_and_the_first_stays")),
            entry("SavesWhatIsUnknown", List.of("saving_an_unknown_order_is_refused_and_adds_nothing")),
            entry("RefusesAndSaves", List.of("saving_an_unknown_order_is_refused_and_adds_nothing")),
            entry(
                    "SavesNothing",
                    List.of("a_change_that_is_saved_is_there", "a_change_after_adding_or_saving_is_not_there")),
            entry("ForgetsThatItIsShipped", List.of("what_was_added_comes_back", "a_change_that_is_saved_is_there")),
            entry("NeverUnknown", List.of("an_unknown_number_is_refused")),
            entry("Unsorted", List.of("a_list_has_one_customers_orders_by_number")),
            entry("ListsEverybody", List.of("a_list_has_one_customers_orders_by_number", "any_text_is_a_text")),
            entry("SortedByCents", List.of("a_list_has_one_customers_orders_by_number")),
            entry("SortedByShipped", List.of("a_list_has_one_customers_orders_by_number")),
            entry("AlwaysShips", List.of("a_change_that_is_saved_is_there")),
            entry("StripsNumbers", List.of("any_text_is_a_text")),
            entry("StripsCustomers", List.of("any_text_is_a_text")),
            entry("CutsCustomers", List.of("a_list_has_one_customers_orders_by_number")),
            entry(
                    "LooksForLowerCase",
                    List.of(
                            "what_was_added_comes_back",
                            "it_comes_back_as_an_order_of_python_types",
                            "a_taken_number_is_refused_and_the_first_stays",
                            "a_change_that_is_saved_is_there",
                            "a_change_that_is_not_saved_is_not_there",
                            "a_change_after_adding_or_saving_is_not_there",
                            "any_text_is_a_text",
                            "a_large_amount_keeps_its_last_cent")),
            entry("ListsNobodyWithoutAName", List.of("any_text_is_a_text")),
            entry(
                    "CountsInFloats",
                    List.of("it_comes_back_as_an_order_of_python_types", "a_large_amount_keeps_its_last_cent")),
            entry("BeginsFull", List.of("a_new_one_is_empty", "a_list_has_one_customers_orders_by_number")));

    /** What Ada waits for, the same after shipping one, three refusals, of which the third wrote nothing, and a free order. */
    private static final List<Object> DAY = List.of(7999, 3000, "Taken", "Unknown", "ValueError", "Unknown", 0);

    @Claim(inOwnProcess = true)
    void a_unit_of_work_leaves_all_writes_or_none(Python python, Observed observed) {
        var none = python.call("uow.after_each_write", "no unit");
        var connection = python.call("uow.after_each_write", "connection", 3, "default");
        var unit = python.call("uow.after_each_write", "unit");
        observed.that("autocommit, no unit, failure after write [1, 2, 3]: left", none.get(0))
                .isEqualTo(List.of(1, 2, 3));
        observed.control("... events out", none.get(1)).isEqualTo(List.of(0, 1, 1));
        observed.that("`with connection:` [left, events out]", connection)
                .isEqualTo(List.of(List.of(0, 0, 0), List.of(0, 1, 1)));
        observed.control("no unit, as the module does", python.call("uow.after_each_write", "no unit", 3, "default"))
                .isEqualTo(List.of(Collections.nCopies(3, "not ended"), List.of(0, 1, 1)));
        observed.control("... that succeeds", python.call("uow.without_a_failure", "no unit", "default"))
                .isEqualTo(asList("not ended", 1, null));
        observed.control(
                        "`with connection:` and `autocommit=True`",
                        python.call("uow.after_each_write", "connection", 3, "autocommit=True")
                                .get(0))
                .isEqualTo(List.of(1, 2, 3));
        observed.that(
                        "... `isolation_level=None`: left",
                        python.call("uow.after_each_write", "connection").get(0))
                .isEqualTo(List.of(1, 2, 3));
        observed.that("unit of work: [left, events out]", unit).isEqualTo(List.of(List.of(0, 0, 0), List.of(0, 0, 0)));
        observed.control("... and `autocommit=True`", python.call("uow.after_each_write", "unit", 3, "autocommit=True"))
                .isEqualTo(List.of(List.of(0, 0, 0), List.of(0, 0, 0)));
        observed.control("... as the module does", python.call("uow.after_each_write", "unit", 3, "default"))
                .isEqualTo(List.of(List.of(0, 0, 0), List.of(0, 0, 0)));
        observed.control("... and `autocommit=False`: its BEGIN", python.call("uow.with_a_transaction_begun_already"))
                .isEqualTo(List.of("not ended", 0, "OperationalError"));
        observed.control("... a write that SQLite answers by rolling back", python.call("uow.when_sqlite_rolls_back"))
                .isEqualTo(List.of(0, 0, "IntegrityError"));
        observed.control(
                        "no failure: nothing, unit",
                        List.of(
                                python.call("uow.without_a_failure", "no unit"),
                                python.call("uow.without_a_failure", "unit")))
                .isEqualTo(List.of(asList(3, 1, null), asList(3, 1, null)));
        observed.control("no failure: `with connection:`", python.call("uow.without_a_failure", "connection"))
                .isEqualTo(asList(3, 1, null));
        observed.control(
                        "Ctrl-C after the second write: nothing, unit",
                        List.of(python.call("uow.after_ctrl_c", "no unit"), python.call("uow.after_ctrl_c", "unit")))
                .isEqualTo(List.of(List.of(2, 1, "KeyboardInterrupt"), List.of(0, 0, "KeyboardInterrupt")));
        observed.control("the commit fails", python.call("uow.when_committing_fails"))
                .isEqualTo(List.of(0, 0, "RuntimeError"));
        observed.control("four writes, the event being one", python.call("uow.after_each_write", "outbox", 4))
                .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(0, 0, 0, 0)));
        observed.control("... no failure", python.call("uow.without_a_failure", "outbox"))
                .isEqualTo(asList(4, 0, null));
        var lost = python.call("uow.when_the_bus_is_down", "unit");
        var relayed = python.call("uow.when_the_bus_is_down", "outbox");
        observed.that("bus down after the commit, arrives later: [unit, outbox]", List.of(lost.get(2), relayed.get(2)))
                .isEqualTo(List.of(0, 1));
        observed.control("... the caller gets", List.of(lost.get(0), relayed.get(0)))
                .isEqualTo(asList("ConnectionError", null));
        observed.control("... writes left", List.of(lost.get(1), relayed.get(1)))
                .isEqualTo(List.of(3, 4));
        observed.control("... after one more run of the relay", List.of(lost.get(3), relayed.get(3)))
                .isEqualTo(List.of(0, 1));
        observed.control("... tried, of three events", python.call("uow.of_three_events_when_the_bus_is_down"))
                .isEqualTo(List.of(1));
        observed.control(
                        "the relay fails after sending: the event arrives",
                        python.call("uow.when_the_relay_fails_after_sending"))
                .isEqualTo(2);
    }

    @Claim
    void a_breaker_bounds_the_calls_that_reach_a_dead_dependency(Python python, Observed observed) {
        observed.that(
                        "100 requests in turn, calls: [breaker, nothing, three tries]",
                        Stream.of("breaker", "nothing", "three tries")
                                .map(way -> python.call("outages.a_hundred_requests", way)
                                        .get(0))
                                .toList())
                .isEqualTo(List.of(5, 100, 300));
        observed.control(
                        "how the requests end",
                        python.call("outages.a_hundred_requests", "breaker").get(1))
                .isEqualTo(Map.of("ConnectionError", 5, "Refused", 95));
        observed.that(
                        "... [tries around the breaker, breaker around the tries]",
                        Stream.of("tries around the breaker", "breaker around the tries")
                                .map(way -> python.call("outages.a_hundred_requests", way)
                                        .get(0))
                                .toList())
                .isEqualTo(List.of(5, 15));
        observed.that("100 at once, before the first fails: [calls, then]", python.call("outages.a_hundred_at_once"))
                .isEqualTo(List.of(100, "OPEN"));
        observed.control("one request a second, calls of 100", python.call("outages.one_a_second"))
                .isEqualTo(8);
        observed.control("of each five calls in a row, four fail: all states", statesIfFourOfFiveFail(python))
                .isEqualTo(List.of("CLOSED"));
        observed.that("ten at once after 31 s: [arrive, refused, then]", python.call("outages.ten_at_once", 31))
                .isEqualTo(List.of(1, 9, "CLOSED"));
        observed.control("... after 30 s", python.call("outages.ten_at_once", 30))
                .isEqualTo(List.of(0, 10, "OPEN"));
        var pairs = python.call("outages.pairs");
        observed.control("pairs of state and event that lead on", pairs.get("moves"))
                .isEqualTo(List.of("CLOSED -> OPEN", "OPEN -> HALF_OPEN", "HALF_OPEN -> OPEN", "HALF_OPEN -> CLOSED"));
        observed.control("pairs that raise", pairs.get("impossible")).isEqualTo(8);
        observed.control("the states after some events", python.call("outages.driven", EVENTS))
                .isEqualTo(Resilience.driven(EVENTS));
        observed.control("the states that these lists lead through", states(10))
                .isEqualTo(List.of("CLOSED", "HALF_OPEN", "OPEN", "refused, OPEN"));
        observed.control("lists of 200 events, of 10, with the same states as Resilience4j", alike(python, 10))
                .isEqualTo(10);
        observed.control("when its time is up, before a call comes", python.call("outages.driven", WAITING))
                .isEqualTo(Resilience.driven(WAITING));
        observed.control("... its last state", Resilience.driven(WAITING).getLast())
                .isEqualTo("OPEN");
        if (python.interpreter().implementation() == CPYTHON) { // on GraalPy, importing asyncio takes seconds
            observed.control("a call that is cancelled while it tries", python.call("outages.a_cancelled_try"))
                    .isEqualTo(List.of("CancelledError", "HALF_OPEN", "charged", "CLOSED"));
        }
        observed.control(
                        "an answer while another call tries: success, failure",
                        List.of(
                                python.call("outages.an_answer", "success", true),
                                python.call("outages.an_answer", "failure", true)))
                .isEqualTo(List.of(List.of("HALF_OPEN", "Refused"), List.of("HALF_OPEN", "Refused")));
        observed.control(
                        "... the answer to the call that tries",
                        List.of(
                                python.call("outages.an_answer", "success", false),
                                python.call("outages.an_answer", "failure", false)))
                .isEqualTo(List.of(List.of("CLOSED", "charged"), List.of("OPEN", "Refused")));
        observed.control("a call overtaken while it is admitted", python.call("outages.overtaken"))
                .isEqualTo(List.of(List.of("Refused", "charged"), List.of("OPEN", "HALF_OPEN", "CLOSED")));
        observed.control(
                        "refused, if failures are no `Exception`: counting only those, counting all but interrupts",
                        python.call("outages.a_hundred_calls_that_raise_no_exception"))
                .isEqualTo(List.of(0, 95));
        if (python instanceof GraalPy graalPy) {
            var outages = graalPy.context().eval("python", "__import__('outages')");
            observed.control(
                            "a bank in Java: [refused, calls that arrive]",
                            callsOf(new DeadBank(), outages, outages.getMember("is_no_interrupt")))
                    .isEqualTo(List.of(95, 5));
            observed.control(
                            "... if only an `Exception` is a failure",
                            callsOf(new DeadBank(), outages, outages.getMember("is_exception")))
                    .isEqualTo(List.of(0, 100));
        }
    }

    private static List<String> statesIfFourOfFiveFail(Python python) {
        var five = List.of("fail", "fail", "fail", "fail", "ok");
        var events =
                Collections.nCopies(20, five).stream().flatMap(List::stream).toList();
        return texts(python.call("outages.driven", events)).stream().distinct().toList();
    }

    private static List<Integer> callsOf(DeadBank bank, Value outages, Value isFailure) {
        var refused =
                outages.invokeMember("a_hundred_calls_of", bank, isFailure).getArrayElement(0);
        return List.of(refused.asInt(), bank.arrived());
    }

    /** How many lists of events lead this breaker and that of Resilience4j through the same states. */
    private static long alike(Python python, int lists) {
        return lists(lists)
                .filter(events -> texts(python.call("outages.driven", events)).equals(Resilience.driven(events)))
                .count();
    }

    private static List<String> states(int lists) {
        return lists(lists)
                .flatMap(events -> Resilience.driven(events).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The same each time; mostly failures and waiting, or the breaker would hardly open. */
    private static Stream<List<String>> lists(int number) {
        var random = new Random(1);
        var kinds = List.of("fail", "fail", "fail", "fail", "ok", "interrupted", "10 s", "10 s");
        return Stream.generate(() -> Stream.generate(() -> kinds.get(random.nextInt(kinds.size())))
                        .limit(200)
                        .toList())
                .limit(number);
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).toList();
    }
}
