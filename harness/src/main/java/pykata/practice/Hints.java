package pykata.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The hints of a kata in Markdown, from a nudge to nearly the answer. */
public record Hints(List<String> levels) {

    /** Those of {@code hints.md}: what stands under each of its second-level headings, heading included. */
    public static Hints of(Kata kata) {
        try {
            var levels = new ArrayList<String>();
            for (var part : Files.readString(kata.hints()).split("(?m)^(?=## )")) {
                levels.add(part.strip());
            }
            return new Hints(List.copyOf(levels.subList(1, levels.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of them, up to a level. */
    public List<String> upTo(int level) {
        return levels.subList(0, Math.min(level, levels.size()));
    }
}
