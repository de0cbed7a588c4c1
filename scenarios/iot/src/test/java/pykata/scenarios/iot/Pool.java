package pykata.scenarios.iot;

import pykata.answer.Question;
import pykata.scenarios.iot.processor.Refused;
import pykata.scenarios.iot.processor.RulePool;
import pykata.scenarios.iot.processor.Rules;
import pykata.scenarios.iot.wire.RuleText;

/** The rules as the processor has them, for one thread. */
final class Pool {

    private static final RulePool RULES = make();

    private Pool() {}

    private static RulePool make() {
        var python = Question.of(IotBenchmark.class).folder().resolve("src/main/python");
        try {
            return RulePool.of(RuleText.of(1, python), 1);
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }

    static Rules rules() {
        return RULES;
    }
}
