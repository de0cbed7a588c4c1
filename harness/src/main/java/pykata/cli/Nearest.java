package pykata.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that somebody meant who typed another, off by a few letters. */
final class Nearest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /**
     * The nearest of the names, which are in small letters, unless none is near. The last part of a name, behind a slash,
     * stands for it too.
     */
    static Optional<String> to(String typed, Collection<String> names) {
        var small = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(small, name)))
                .filter(name -> distance(small, name) <= small.length() / 2);
    }

    private static int distance(String typed, String name) {
        return Math.min(DISTANCE.apply(typed, name), DISTANCE.apply(typed, name.replaceFirst(".*/", "")));
    }
}
