package pykata.claim;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import pykata.answer.Problem;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Folders;
import pykata.python.Limits;
import pykata.python.PythonFailure;
import pykata.python.PythonUnavailable;

/** Every file under proof can be run by itself, {@code python3 bank.py}, and then prints what it shows. */
record RunsAlone(Question question, CPython python) {

    Stream<Problem> problems() {
        return question.python().stream()
                .flatMap(folder -> Folders.children(folder).stream())
                .filter(file -> file.toString().endsWith(".py"))
                .toList()
                .parallelStream()
                .flatMap(file -> problem(file).map(what -> new Problem(file, 1, what)).stream());
    }

    private Optional<String> problem(Path file) {
        var module = file.getFileName().toString().replaceFirst("\\.py$", "");
        try (var alone = python.start(question.sources(), Limits.DEFAULT)) {
            var run = alone.run(module);
            if (run.exitCode() != 0) {
                return Optional.of("run alone it fails:\n" + run.err().strip());
            }
            return run.out().isBlank()
                    ? Optional.of("run alone it prints nothing; it must show what it shows")
                    : Optional.empty();
        } catch (PythonFailure failure) {
            return Optional.of("run alone it fails: " + failure.getMessage());
        } catch (PythonUnavailable reason) {
            if (reason.isAbsent()) {
                return Optional.empty(); // where packages are not to be had, the claims that need them are skipped
            }
            throw reason;
        }
    }
}
