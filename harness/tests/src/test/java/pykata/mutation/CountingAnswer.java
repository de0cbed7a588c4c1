package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pykata.answer.Question;

/** A question of one small module and the harness's own small kata, to be mutated and changed. */
record CountingAnswer(Question question) {

    private static final String COUNTING = """
            import queue
            import threading

            HURRY = 20


            def paid(prices):
                rest = list(prices)
                total = 0
                while rest:
                    total += rest.pop()
                return total


            def change(cents, prices):
                answers = queue.SimpleQueue()
                threading.Thread(target=lambda: answers.put(cents - paid(prices))).start()
                return answers.get(timeout=HURRY)


            def unreached():
                return 1 + 1
            """;

    /** As deep below the harness as the original, in which its checks look for the runner. */
    static CountingAnswer make() {
        var question = Question.in(Path.of("target/a/b/counting"));
        var answer = new CountingAnswer(question);
        answer.write("src/main/python/counting.py", COUNTING);
        answer.write("src/test/java/CountingTest.java", "class CountingTest {}\n");
        answer.write("src/test/python/broken/paid/counting.py", "paid = sum\n");
        var kata = Path.of("src/test/katas/postage/kata");
        try {
            answer.write("kata/checks.py", Files.readString(kata.resolve("checks.py")));
            answer.write("kata/solution.py", Files.readString(kata.resolve("solution.py")));
            Files.deleteIfExists(question.folder().resolve("mutants.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    void write(String file, String text) {
        var path = question.folder().resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(question.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
