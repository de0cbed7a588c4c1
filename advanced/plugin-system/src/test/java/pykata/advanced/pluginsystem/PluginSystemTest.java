package pykata.advanced.pluginsystem;

import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

class PluginSystemTest extends AnswerTest {

    @Claim
    void write_one_sentence_that_can_be_wrong(Python python, Observed observed) {
        var shown = python.call("plugin_system.shown");
        observed.that("what the reader sees", shown).isEqualTo("what the claim says: write it here");
    }
}
