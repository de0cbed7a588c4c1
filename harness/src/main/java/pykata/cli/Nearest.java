package pykata.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that somebody meant who typed another: one or some of its words, or off by a few letters. */
final class Nearest {

    /** Letters of a word that is meant for a longer name: fewer begin too many of them. */
    private static final int WORD = 3;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /**
     * The first of the names, which are in small letters, in which what was typed begins a word; or the nearest of them,
     * unless none is near. The last part of a name, behind a slash, stands for it too.
     */
    static Optional<String> to(String typed, Collection<String> names) {
        var small = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> small.length() >= WORD && ("-" + lastPart(name)).contains("-" + small))
                .findFirst()
                .or(() -> names.stream()
                        .min(Comparator.comparingInt(name -> distance(small, name)))
                        .filter(name -> distance(small, name) <= small.length() / 2));
    }

    private static int distance(String typed, String name) {
        return Math.min(DISTANCE.apply(typed, name), DISTANCE.apply(typed, lastPart(name)));
    }

    private static String lastPart(String name) {
        return name.replaceFirst(".*/", "");
    }
}
