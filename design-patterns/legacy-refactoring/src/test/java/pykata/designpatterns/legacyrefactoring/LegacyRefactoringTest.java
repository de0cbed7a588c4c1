package pykata.designpatterns.legacyrefactoring;

import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

class LegacyRefactoringTest extends AnswerTest {

    @Claim
    void write_one_sentence_that_can_be_wrong(Python python, Observed observed) {
        var shown = python.call("legacy_refactoring.shown");
        observed.that("what the reader sees", shown).isEqualTo("what the claim says: write it here");
    }
}
