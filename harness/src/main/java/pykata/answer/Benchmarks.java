package pykata.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pykata.measured.Tables;

/** What a page shows of its question's benchmark. */
final class Benchmarks {

    private Benchmarks() {}

    /**
     * A part of the results; empty if nothing has been measured.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    static Optional<List<String>> block(Path page, String part) {
        var question = Question.in(page.getParent());
        return Tables.of(question.root(), question.folder()).map(tables -> tables.part(part));
    }
}
