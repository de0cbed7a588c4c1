package pykata.designpatterns.versioningcompatibility;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** Data that is older or newer than the code that reads it. */
class DataTest extends ClaimsTest {

    private static final Map<String, Object> TODAY =
            Map.of("version", 4, "customer", "Ada", "cents", 1999, "currency", "EUR");
    private static final String VERSION_4 =
            "{\"version\": 4, \"customer\": \"Ada\", \"cents\": 1999, \"currency\": \"EUR\"}";

    private static final String IN_STEPS =
            "1 expand 1 2 1 2 backfill flag-on 2 flag-off 2 flag-on 2 free-name 3 2 contract 3";

    @Claim
    void a_pickle_needs_the_old_name_of_its_class_and_runs_what_it_names(Python python, Observed observed) {
        observed.that("class moved: [loading, using]", loadedBy(python, "moved to another module"))
                .isEqualTo(List.of("AttributeError", "unused"));
        observed.that("new field: [loading, using]", loadedBy(python, "with a field more"))
                .isEqualTo(List.of("loads", "AttributeError"));
        observed.control("... filled in by `__setstate__`", loadedBy(python, "with `__setstate__`"))
                .isEqualTo(List.of("loads", "1999 EUR"));
        observed.control("... by a default in a dataclass", loadedBy(python, "with a default in a dataclass"))
                .isEqualTo(List.of("loads", "1999 EUR"));
        observed.control("moved, but the old name is there", loadedBy(python, "moved, with an alias in its old place"))
                .isEqualTo(List.of("loads", "1999"));
        observed.that("attack, protocols 0 to 5", counted(python, "attacked", "plain"))
                .isEqualTo(Map.of("deleted", 6));
        observed.that("... `find_class` overridden", counted(python, "attacked", "find_class"))
                .on(GRAALPY, Map.of("deleted", 6))
                .on(CPYTHON, Map.of("UnpicklingError", 6));
        observed.that("... of `pickle._Unpickler`", counted(python, "attacked", "find_class in Python"))
                .isEqualTo(Map.of("UnpicklingError", 6));

        observed.control("the class as it was", loadedBy(python, "unchanged")).isEqualTo(List.of("loads", "1999"));
        for (var unpickler : List.of("plain", "find_class", "find_class in Python")) {
            observed.control("an honest item, " + unpickler, counted(python, "honest", unpickler))
                    .isEqualTo(Map.of("LAMP", 4));
        }
    }

    private static JsonNode loadedBy(Python python, String version) {
        return python.call("pickles.loaded_by", version);
    }

    private static Map<String, Integer> counted(Python python, String what, String unpickler) {
        var counts = new TreeMap<String, Integer>();
        python.call("pickles." + what, unpickler).forEach(each -> counts.merge(each.asText(), 1, Integer::sum));
        return counts;
    }

    @Claim
    void a_record_with_its_version_stays_readable_and_a_reader_must_keep_what_it_does_not_know(
            Python python, Observed observed) {
        var history = python.call("records.history");
        observed.that("steps taken from versions 1 to 5", history.get("steps"))
                .isEqualTo(List.of(List.of(2, 3, 4), List.of(3, 4), List.of(4), List.of(), List.of()));
        observed.control(
                        "one order in versions 1 to 4: different results",
                        history.get("records").valueStream().distinct().count())
                .isEqualTo(1);
        observed.that(
                        "a chain without the step from 2",
                        python.call("records.starting_without", 2).asText().split(":")[0])
                .isEqualTo("ValueError");
        observed.control("which step is missing", python.call("records.starting_without", 2))
                .isEqualTo("ValueError: no step from version 2 to 3");
        var damaged = python.call("records.read", List.of("{\"version\": 4,", VERSION_4, "{\"cents\": 1999}"));
        observed.control("set aside of three lines", damaged.get("quarantine"))
                .isEqualTo(List.of(List.of(1, "JSONDecodeError"), List.of(3, "ValueError")));
        observed.that("version 5's record, rewritten: [version, gift]", versionAndGift(python, "forgetful"))
                .isEqualTo(List.of(4, "absent"));
        observed.that("... by one that keeps unknown fields", versionAndGift(python, "keeping"))
                .isEqualTo(List.of(5, true));
        observed.control("all of it, by the forgetful one", corrected(python, "forgetful"))
                .isEqualTo(Map.of("version", 4, "customer", "Ada", "cents", 2099, "currency", "EUR"));
        observed.control("... by the keeping one", corrected(python, "keeping"))
                .isEqualTo(Map.of("version", 5, "customer", "Ada", "cents", 2099, "currency", "EUR", "gift", true));

        observed.control("what the four are", history.get("records").get(0)).isEqualTo(TODAY);
        observed.control("nothing of them set aside", history.get("quarantine")).isEqualTo(List.of());
        observed.control("a chain without a gap", python.call("records.starting_without", (Object) null))
                .isEqualTo("starts");
        observed.control(
                        "a gap at the beginning, at the end",
                        List.of(python.call("records.starting_without", 1), python.call("records.starting_without", 3)))
                .isEqualTo(
                        List.of("ValueError: no step from version 1 to 2", "ValueError: no step from version 3 to 4"));
        observed.control("the line between the damaged ones", damaged.get("records"))
                .isEqualTo(List.of(TODAY));
        observed.control(
                        "other lines that are no records",
                        python.call(
                                        "records.read",
                                        List.of(
                                                "[]",
                                                VERSION_4.replace("4", "true"),
                                                VERSION_4.replace("4", "0"),
                                                VERSION_4.replace("cents", "sum"),
                                                "{\"version\": 1, \"name\": \"Ada\", \"euros\": \"free\"}"))
                                .get("quarantine"))
                .isEqualTo(List.of(
                        List.of(1, "AttributeError"),
                        List.of(2, "ValueError"),
                        List.of(3, "ValueError"),
                        List.of(4, "KeyError"),
                        List.of(5, "TypeError")));

        observed.control(
                        "version 5 counts euros: read without a word",
                        python.call("records.read", List.of(version5("\"cents\": 19.99"))))
                .isEqualTo(Map.of(
                        "records",
                        List.of(Map.of("version", 5, "customer", "Ada", "cents", 19.99, "currency", "EUR")),
                        "quarantine",
                        List.of()));
        observed.control(
                        "version 5 renames a field: set aside",
                        python.call("records.read", List.of(version5("\"price\": 1999"))))
                .isEqualTo(Map.of("records", List.of(), "quarantine", List.of(List.of(1, "KeyError"))));
    }

    private static String version5(String cents) {
        return VERSION_4.replace("\"version\": 4", "\"version\": 5").replace("\"cents\": 1999", cents);
    }

    private static List<Object> versionAndGift(Python python, String kind) {
        var record = corrected(python, kind);
        return List.of(record.get("version"), record.has("gift") ? record.get("gift") : "absent");
    }

    private static JsonNode corrected(Python python, String kind) {
        return python.call("records.corrected", kind);
    }

    @Claim(inOwnProcess = true)
    void a_column_is_renamed_in_steps_and_five_mistakes_break_a_version_or_give_wrong_names(
            Python python, Observed observed) {
        observed.that("renamed at once: versions 1, 3, 1", plan(python, "1 rename 3 1"))
                .isEqualTo(List.of("1", "13", "OperationalError"));
        observed.that("in steps: last read", plan(python, IN_STEPS).get(10)).isEqualTo("11212222323");
        observed.that("flag before backfill: 1, 2", plan(python, "1 expand flag-on 2"))
                .isEqualTo(List.of("1", "?2"));
        observed.that("backfill before version 1 ends: 1, 2", plan(python, "expand backfill flag-on 1 2"))
                .isEqualTo(List.of("1", "?2"));
        observed.that(
                        "empty rows filled, after a correction: 2, 2",
                        plan(python, "expand 2 correct fill-empty flag-on 2"))
                .isEqualTo(List.of("2", "22"));
        observed.control("... all rows that differ", plan(python, "expand 2 correct backfill flag-on 2"))
                .isEqualTo(List.of("2", "42"));
        observed.control("... once more after version 3", plan(python, "expand flag-on free-name 3 backfill 3"))
                .isEqualTo(List.of("3", "?3"));
        observed.control("empty rows filled, without a correction", plan(python, "1 expand fill-empty flag-on 2"))
                .isEqualTo(List.of("1", "12"));
        observed.control(
                        "version 3 beside version 1: last read",
                        plan(python, "1 expand 2 backfill flag-on free-name 3 1")
                                .get(3))
                .isEqualTo("12?1");
        observed.that("flag off after version 3: 3, 2", plan(python, "expand flag-on free-name 3 flag-off 2"))
                .isEqualTo(List.of("3", "?2"));
        observed.that("dropped before version 2 ends: 2, 2", plan(python, "expand 2 flag-on contract 2"))
                .isEqualTo(List.of("2", "OperationalError"));

        observed.control("every read of those steps", plan(python, IN_STEPS))
                .isEqualTo(List.of(
                        "1",
                        "11",
                        "112",
                        "1121",
                        "11212",
                        "112122",
                        "1121222",
                        "11212222",
                        "112122223",
                        "1121222232",
                        "11212222323"));
        observed.control("version 3 before the column is there", plan(python, "3"))
                .isEqualTo(List.of("OperationalError"));
        observed.control("version 3 while `name` is NOT NULL", plan(python, "expand 3"))
                .isEqualTo(List.of("IntegrityError"));
        observed.control("version 2 before the column is there", plan(python, "2"))
                .isEqualTo(List.of("OperationalError"));
        observed.control("version 1 alone", plan(python, "1 1")).isEqualTo(List.of("1", "11"));
    }

    private static JsonNode plan(Python python, String plan) {
        return python.call("rolling.rolled_out", plan);
    }
}
