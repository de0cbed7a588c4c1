package pykata.answer;

import java.nio.file.Path;

/** Something wrong with a page, where it is, and what to do about it. */
public record Problem(Path file, int line, String what) {

    /** The problem as one line, its file named relative to the repository's folder. */
    public String in(Question question) {
        return "%s:%d: %s".formatted(question.name(file), line, what);
    }
}
