package pykata.scenarios.iot.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of the rules, as the topic {@code rules} carries it.
 *
 * <p>Each version has a key of its own. With one key for all, compaction would keep the newest version alone: if that one
 * is broken, a processor that starts later finds none that works.
 *
 * @param version above {@link DeadLetter#NO_RULE}; a newer one has a higher number
 * @param files the text of each, by its path: {@code rules/frame.py}
 */
public record RuleText(int version, Map<String, String> files) {

    private static final String PACKAGE = "rules";
    private static final String PYTHON = ".py";

    public RuleText {
        if (version <= DeadLetter.NO_RULE) {
            throw new IllegalArgumentException("a version is a number from 1 on, not " + version);
        }
        // In the order of their paths, so that the same files are the same JSON; the copy refuses a file without a
        // text.
        files = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(files)));
    }

    /** The Python files below {@code rules} in a folder; what else lies there is no rule. */
    public static RuleText of(int version, Path folder) {
        var files = new TreeMap<String, String>();
        try (var found = Files.walk(folder.resolve(PACKAGE))) {
            for (var file :
                    (Iterable<Path>) found.filter(each -> each.toString().endsWith(PYTHON))::iterator) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RuleText(version, files);
    }

    /** The key of its record. */
    public String key() {
        return Topics.RULE_KEY + "-" + version;
    }

    public byte[] toJson() {
        return Json.write(this);
    }

    public static RuleText fromJson(byte[] json) {
        return Json.read(json, RuleText.class);
    }
}
