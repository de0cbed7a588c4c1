package pykata.scenarios.iot.processor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import pykata.scenarios.iot.wire.RuleText;

/** Versions of the rules: those of the repository, and changes to them. */
final class Texts {

    static final Path FOLDER = Path.of("..", "src", "main", "python");

    private static final String FRAME = "rules/frame.py";
    private static final String ALERTS = "rules/alerts.py";

    private static final RulePool.Limits SHORT =
            new RulePool.Limits(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(2), 100);

    private Texts() {}

    /** For one thread, with little patience. */
    static RulePool pool(RuleText text) throws Refused {
        return RulePool.of(text, 1, SHORT);
    }

    /** The same, and no number of frames wears its contexts out. */
    static RulePool lastingPool(RuleText text) throws Refused {
        return RulePool.of(text, 1, new RulePool.Limits(SHORT.first(), SHORT.next(), SHORT.frame(), Long.MAX_VALUE));
    }

    static RuleText shipped(int version) {
        return RuleText.of(version, FOLDER);
    }

    /** The rules of the repository, and behind them some that raise alerts in their way. */
    static RuleText withAlertRules(int version, String python) {
        return appended(version, ALERTS, python);
    }

    static RuleText withFrame(int version, String python) {
        return appended(version, FRAME, python);
    }

    private static RuleText appended(int version, String file, String python) {
        var files = new TreeMap<>(shipped(version).files());
        files.merge(file, "\n\n" + python, String::concat);
        return new RuleText(version, files);
    }

    static RuleText alone(int version, String python) {
        return new RuleText(version, Map.of(FRAME, python));
    }
}
