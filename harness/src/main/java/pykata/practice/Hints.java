package pykata.practice;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.function.Uncheck;

/** The hints of a kata in Markdown, from a nudge to nearly the answer. */
public record Hints(List<String> levels) {

    /** Those of {@code hints.md}: what stands under each of its second-level headings, heading included. */
    public static Hints of(Kata kata) {
        var parts = Uncheck.apply(Files::readString, kata.hints()).split("(?m)^(?=## )");
        return new Hints(Arrays.stream(parts).skip(1).map(String::strip).toList());
    }
}
