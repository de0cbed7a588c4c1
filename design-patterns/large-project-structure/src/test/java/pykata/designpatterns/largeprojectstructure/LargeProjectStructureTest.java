package pykata.designpatterns.largeprojectstructure;

import static pykata.python.Implementation.GRAALPY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

@Needs("import-linter")
class LargeProjectStructureTest extends AnswerTest {

    private static final String PAGE = "2 x LAMP, 47.58 EUR with tax";

    /** Each planted violation breaks the contract of its name. */
    private static final Map<String, List<String>> PLANTED = Map.of(
            "private modules", List.of("acme.web.api -> acme.billing._ledger (l.13)"),
            "distributions", List.of("acme.orders.api -> acme.billing.api (l.13)"),
            "layers inside", List.of("acme.catalog._domain -> acme.catalog._adapters (l.9)"),
            "no cycles", List.of("._texts -> ._domain (1 import)"),
            "pure domain", List.of("acme.orders._domain -> sqlite3 (l.17)"));

    private static final String API = "blind_spots.through_the_api";

    private static final String A_TEST = "blind_spots.of_a_test";

    private static final String AGAIN = "def later():\n    from acme.billing._ledger import total";

    private static final String[] CONTRACTS = {
        "distributions", "layers inside", "private modules", "no cycles", "pure domain"
    };

    @Claim
    @NotOn(value = GRAALPY, because = "import-linter needs grimp, which is compiled for CPython")
    void python_runs_what_the_contract_forbids_and_import_linter_names_the_line(Python python, Observed observed) {
        var clean = python.call("contracts.of_planted");
        var all = python.call("contracts.of_planted", (Object[]) CONTRACTS);
        observed.that(
                        "five violations: the program answers as before",
                        all.get("page").equals(clean.get("page")))
                .isEqualTo(true);
        observed.that(
                        "import-linter: exit status, contracts broken",
                        List.of(all.get("exit"), all.get("broken").size()))
                .isEqualTo(List.of(1, 5));
        observed.that(
                        "... without the violations",
                        List.of(clean.get("exit"), clean.get("broken").size()))
                .isEqualTo(List.of(0, 0));
        var alone = new ArrayList<Object>();
        for (var contract : CONTRACTS) {
            alone.add(python.call("contracts.of_planted", contract).get("imports"));
        }
        observed.that("what it names of the private import", alone.get(2)).isEqualTo(PLANTED.get("private modules"));
        observed.that(
                        "exit status, an exception is [needed, not needed]",
                        List.of(
                                python.call("contracts.of_an_exception", true),
                                python.call("contracts.of_an_exception", false)))
                .isEqualTo(List.of(0, 1));

        observed.control("which are broken", all.get("broken")).isEqualTo(List.of(CONTRACTS));
        observed.control("the program's answer", all.get("page")).isEqualTo(PAGE);
        observed.control("each violation alone", alone)
                .isEqualTo(List.of(CONTRACTS).stream().map(PLANTED::get).toList());
        observed.control(
                        "... breaks one contract",
                        python.call("contracts.of_planted", "no cycles").get("kept"))
                .isEqualTo(4);
        observed.control(
                        "the clean one: kept, imports, page",
                        List.of(clean.get("kept"), clean.get("imports"), clean.get("page")))
                .isEqualTo(List.of(5, List.of(), PAGE));
        observed.control("a new distribution that no layer names", python.call("contracts.of_a_new_distribution"))
                .isEqualTo(List.of("distributions"));
        observed.control(
                        "a stray __init__.py in the namespace, and none",
                        List.of(
                                python.call("contracts.of_a_stray_init", true),
                                python.call("contracts.of_a_stray_init", true, false)))
                .isEqualTo(List.of(List.of(1, true), List.of(0, false, "Analyzed 28 files")));
        observed.control(
                        "... with a contract that only forbids cycles",
                        List.of(
                                python.call("contracts.of_a_stray_init", false),
                                python.call("contracts.of_a_stray_init", false, false)))
                .isEqualTo(List.of(List.of(0, false, "Analyzed 5 files"), List.of(0, false, "Analyzed 24 files")));
        observed.control(
                        "a second import of what the exception allows, and of another module",
                        List.of(
                                python.call("contracts.of_an_exception", true, AGAIN),
                                python.call("contracts.of_an_exception", true, "import acme.catalog._domain")))
                .isEqualTo(List.of(0, 1));
    }

    @Claim
    @NotOn(value = GRAALPY, because = "import-linter needs grimp, which is compiled for CPython")
    void import_linter_reads_statements_and_a_run_sees_what_is_loaded(Python python, Observed observed) {
        var forms = python.call("blind_spots.forms");
        observed.that("both notice", forms.get("both")).isEqualTo(List.of("statement", "relative", "star"));
        observed.that("import-linter alone", forms.get("import-linter"))
                .isEqualTo(List.of("in a function", "TYPE_CHECKING"));
        observed.that("a run alone", forms.get("a run")).isEqualTo(List.of("import_module", "computed name", "exec"));
        observed.that("neither", forms.get("neither")).isEqualTo(List.of("import_module in a function", "no import"));
        var folder = python.call("blind_spots.in_a_folder", false);
        var whole = python.call("blind_spots.in_a_folder", true);
        observed.that(
                        "import-linter's exit status, folder [without, with] `__init__.py`",
                        List.of(folder.get(0), whole.get(0)))
                .isEqualTo(List.of(0, 1));
        observed.that("web imports billing's api: [exit status, `_ledger` is loaded]", python.call(API))
                .isEqualTo(List.of(0, true));
        observed.that("a test imports `_ledger`: exit of [import-linter, the test]", python.call(A_TEST))
                .isEqualTo(List.of(0, 0));
        observed.control("... a test imports what is not there", python.call(A_TEST, "import acme.nothing"))
                .isEqualTo(List.of(0, 1));
        observed.control("a run notices what stands in a folder", List.of(folder.get(1), whole.get(1)))
                .isEqualTo(List.of(true, true));
        observed.control(
                        "an attribute of an imported package: [exit status, works]",
                        python.call("blind_spots.by_attribute"))
                .isEqualTo(List.of(0, "100"));
    }
}
