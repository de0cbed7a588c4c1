package pykata.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Page;
import pykata.answer.Problem;
import pykata.answer.Question;
import pykata.answer.See;
import pykata.python.CPython;
import pykata.python.Folders;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.PythonFailure;
import pykata.python.PythonUnavailable;
import pykata.python.Sources;

/** A question's programs, run as a reader runs them: what its page shows is pasted, and each file under proof is run alone. */
final class Programs {

    private final Question question;

    /** What the shown ones printed, by file and interpreter. */
    final Map<String, Map<String, String>> printed = new LinkedHashMap<>();

    /** What is wrong with what has been run so far. */
    final List<Problem> problems = new ArrayList<>();

    Programs(Question question) {
        this.question = question;
    }

    /** Runs what the page shows as it stands there, and without the question's other files. */
    void runShown(Page page, CPython cPython, GraalPy graalPy) {
        page.markers("see").map(See::file).distinct().forEach(file -> runShown(file, cPython, graalPy));
    }

    /** Runs each file under proof by itself, {@code python3 bank.py}: it is to print what it shows. */
    void runAlone(CPython python) {
        var files = question.python().stream()
                .flatMap(folder -> Folders.children(folder).stream())
                .filter(file -> file.toString().endsWith(".py"))
                .toList();
        problems.addAll(files.parallelStream()
                .flatMap(file -> problemAlone(file, python).map(what -> new Problem(file, 1, what)).stream())
                .toList());
    }

    private Optional<String> problemAlone(Path file, CPython python) {
        try (var process = python.start(question.sources(), Limits.DEFAULT)) {
            var run = process.run(FilenameUtils.getBaseName(file.toString()));
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

    private void runShown(String file, CPython cPython, GraalPy graalPy) {
        var source = question.folder().resolve(file);
        if (!Files.exists(source)) {
            return; // the page check says so
        }
        var module = FilenameUtils.getBaseName(file);
        var sources = Sources.of(pasted(file, module)).and(question.root().resolve("harness/src/main/python"));
        try (var ownProcess = cPython.start(sources, Limits.DEFAULT)) {
            for (var python : List.of(ownProcess, graalPy)) {
                try {
                    python.use(sources, Limits.DEFAULT);
                    var texts = printed.computeIfAbsent(file, any -> new LinkedHashMap<>());
                    texts.put(
                            python.interpreter().toString(),
                            python.call("printing.printed", module).asText());
                } catch (PythonFailure failure) {
                    problems.add(new Problem(source, 1, "pasted into a Python it fails: " + failure.getMessage()));
                }
            }
        }
    }

    private Path pasted(String file, String module) {
        var folder = question.folder().resolve("target/see").resolve(module);
        Uncheck.apply(Files::createDirectories, folder);
        Uncheck.run(() -> Files.write(folder.resolve(module + ".py"), See.program(question, file)));
        return folder;
    }
}
