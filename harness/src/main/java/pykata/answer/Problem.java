package pykata.answer;

import java.nio.file.Path;
import java.util.Optional;

/** Something wrong with a page, where it is, and what to do about it. */
public record Problem(Path file, int line, String what) {

    /** What is wrong, if something is. */
    static Optional<String> unless(boolean isFine, String what, Object... parts) {
        return isFine ? Optional.empty() : Optional.of(what.formatted(parts));
    }

    /** The problem as one line, its file named relative to the repository's folder. */
    public String in(Question question) {
        return "%s:%d: %s".formatted(question.name(file), line, what);
    }
}
