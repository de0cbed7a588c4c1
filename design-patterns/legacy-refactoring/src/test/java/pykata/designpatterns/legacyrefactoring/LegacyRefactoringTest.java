package pykata.designpatterns.legacyrefactoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pykata.answer.Question;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

/** The old code held fast, and taken apart. */
class LegacyRefactoringTest extends AnswerTest {

    private static final List<Object> TOLD =
            List.of("mail.example", List.of("billing@shop.example", List.of("c1@home.example"), "Dear Cy"), "quit");

    private static final List<History.Step> STEPS;
    private static final List<Optional<String>> REVERTED;

    static {
        try (var history = History.of(Question.of(LegacyRefactoringTest.class))) {
            STEPS = history.steps();
            REVERTED = STEPS.stream().skip(1).map(history::reverted).toList();
        }
    }

    @Claim
    void running_every_line_leaves_mutants_alive_that_the_recorded_corpus_kills(Python python, Observed observed) {
        var lines = python.call("measured.measured", "lines");
        var branches = python.call("measured.measured", "branches");
        var corpus = python.call("measured.measured", "corpus");
        observed.that("every line: [calls, lines not run, mutants alive of 44]", summary(lines, "lines"))
                .isEqualTo(List.of(2, 0, 15));
        observed.that("every branch: [calls, branches not taken, alive]", summary(branches, "branches"))
                .isEqualTo(List.of(6, 0, 10));
        observed.that("corpus: [calls, branches not taken, alive]", summary(corpus, "branches"))
                .isEqualTo(List.of(1710, 0, 0));
        observed.control("mutants of `late`", corpus.get("mutants")).isEqualTo(44);
        observed.control("those that the corpus leaves alive", corpus.get("alive"))
                .isEqualTo(List.of());
        observed.control(
                        "those that its first day leaves alive",
                        python.call("measured.alive_in_corpus", 1).size())
                .isEqualTo(5);
        observed.control("branches of `late`", corpus.get("branches")).isEqualTo(12);
        observed.control("lines that the corpus does not run", corpus.get("lines not run"))
                .isEqualTo(0);
        observed.control("branches that the calls for every line miss", lines.get("branches not taken"))
                .isEqualTo(3);
        observed.control("recorded anew, the corpus is the same", python.call("corpus.is_as_recorded"))
                .isEqualTo(true);
        observed.control("without the file", python.call("corpus.without_a_file"))
                .isEqualTo("FileNotFoundError");
        observed.control("a source that answers otherwise each time", python.call("corpus.recorded_twice"))
                .isEqualTo("ValueError");
    }

    private static List<JsonNode> summary(JsonNode measured, String what) {
        var missed = measured.get(what.equals("lines") ? "lines not run" : "branches not taken");
        var alive = measured.get("alive").size();
        return List.of(measured.get("calls"), missed, IntNode.valueOf(alive));
    }

    @Claim
    void seams_are_parameters_with_old_defaults_and_the_tree_is_the_old_one(Python python, Observed observed) {
        var found = STEPS.get(0).code();
        var seams = STEPS.get(1).code();
        observed.control(
                        "seams of `run`, `late` and `mail`",
                        Stream.of("run", "late", "mail")
                                .map(each -> python.call("seams.added", seams).get(each))
                                .toList())
                .isEqualTo(List.of(
                        List.of("today", "dice", "fetch", "count", "turnover", "rates"),
                        List.of("today"),
                        List.of("fetch", "post", "sleep", "customers", "failed")));
        observed.that("defaults put back: the tree is the old one", python.call("seams.same_logic", found, seams))
                .isEqualTo(true);
        observed.that(
                        "invoice, `RATE`, `COUNT` and `get` replaced: [as found, commit 1]",
                        List.of(python.call("seams.rebound", found), python.call("seams.rebound", seams)))
                .isEqualTo(List.of("2026-0501 249.8", "2026-0001 124.9"));
        observed.that(
                        "different invoices in 50 runs: [as found, all seams given]",
                        List.of(python.call("seams.distinct_as_found", found), python.call("seams.distinct", seams)))
                .isEqualTo(List.of(50, 1));
        observed.that(
                        "... one varying: clock, dice, network; count, turnover, rates",
                        List.of("today", "dice", "fetch", "count", "turnover", "rates").stream()
                                .map(seam -> python.call("seams.distinct", seams, seam))
                                .toList())
                .isEqualTo(List.of(21, 10, 50, 50, 2, 50));
        observed.control(
                        "defaults put back, after a commit that moved code",
                        python.call("seams.same_logic", found, STEPS.get(2).code()))
                .isEqualTo(false);
        observed.control(
                        "... after one that changed a default, too",
                        python.call("seams.same_logic", found, seams.replace("dice=random.randint", "dice=max")))
                .isEqualTo(false);
        observed.control(
                        "what the network's function gets",
                        List.of(python.call("seams.fetched", "billing"), python.call("seams.fetched", "billing_after")))
                .isEqualTo(List.of("0.9412", "0.9412"));
        observed.control(
                        "what a mail server is told: [as found, the last one]",
                        List.of(python.call("seams.sent", "billing"), python.call("seams.sent", "billing_after")))
                .isEqualTo(List.of(TOLD, TOLD));
    }

    @Claim
    void nine_commits_stay_green_and_changes_that_look_harmless_do_not(Python python, Observed observed) {
        var judged = STEPS.stream()
                .map(step -> python.call("history.judged", step.code()))
                .toList();
        observed.control("commits after the first", STEPS.size() - 1).isEqualTo(9);
        observed.that("days with another answer: [as found, commits 1 to 9]", all(judged, "another answer"))
                .isEqualTo(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        observed.that("highest complexity", all(judged, "most complex"))
                .isEqualTo(List.of(51, 51, 35, 35, 24, 12, 11, 11, 9, 9));
        observed.control("lines, by commit", all(judged, "lines"))
                .isEqualTo(List.of(369, 380, 384, 352, 323, 323, 321, 321, 322, 320));
        observed.control("functions, by commit", all(judged, "functions"))
                .isEqualTo(List.of(9, 9, 10, 10, 12, 15, 17, 19, 23, 24));
        observed.that(
                        "days changed by an edit: [`>= 11`, new list, `except KeyError`, books not rounded, `csv`]",
                        Stream.of("from 11 on", "no mutable default", "except KeyError", "round once", "csv")
                                .map(each -> python.call(
                                        "history.tidied", STEPS.getLast().code(), each))
                                .toList())
                .isEqualTo(List.of(1, 24, 1, 30, 2));
        observed.that("commits that `git revert` takes back alone", takenBackAlone())
                .isEqualTo(List.of(3, 7, 8, 9));
        var before = STEPS.getFirst().code();
        var after = STEPS.getLast().code();
        observed.control(
                        "an order to France: [as found, the last one, with a line in the table]",
                        List.of(
                                python.call("history.to_france", before),
                                python.call("history.to_france", after),
                                python.call("history.to_france_by_a_line_in_the_table", after)))
                .isEqualTo(List.of(
                        List.of(99, 0, List.of("ship by hand: FR")),
                        List.of(99, 0, List.of("ship by hand: FR")),
                        List.of(13.9, 0, List.of())));
        observed.control("pins that fail", all(judged, "pins that fail")).isEqualTo(Collections.nCopies(10, List.of()));
        observed.control("called as before", all(judged, "called as before"))
                .isEqualTo(Collections.nCopies(10, List.of(119.0, 0, true)));
        var last = python.call("history.judged_after");
        observed.control(
                        "the last one as a file",
                        List.of(last.get("another answer"), last.get("pins that fail"), last.get("called as before")))
                .isEqualTo(List.of(0, List.of(), List.of(119.0, 0, true)));
    }

    private static List<Integer> takenBackAlone() {
        return IntStream.rangeClosed(1, REVERTED.size())
                .filter(number -> REVERTED.get(number - 1).isPresent())
                .boxed()
                .toList();
    }

    @Test
    void the_last_commit_can_be_taken_back_and_is_the_file_under_proof() throws IOException {
        var folder = Question.of(LegacyRefactoringTest.class).folder();
        assertEquals(Optional.of(STEPS.get(8).code()), REVERTED.getLast());
        assertEquals(
                Files.readString(folder.resolve("src/main/python/billing_after.py")),
                STEPS.getLast().code());
    }

    private static List<JsonNode> all(List<JsonNode> judged, String what) {
        return judged.stream().map(each -> each.get(what)).toList();
    }
}
