package pykata.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Page;
import pykata.answer.Problem;
import pykata.answer.Question;
import pykata.answer.See;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonFailure;
import pykata.python.Sources;

/** The programs that a page shows, run as they are pasted: as they stand there, and without the question's other files. */
final class ShownPrograms {

    private final Question question;
    private final Map<String, Map<String, String>> printed = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ShownPrograms(Question question) {
        this.question = question;
    }

    void run(Page page, CPython cPython, GraalPy graalPy) {
        page.markers("see").map(See::file).distinct().forEach(file -> run(file, cPython, graalPy));
    }

    /** By file and interpreter. */
    Map<String, Map<String, String>> printed() {
        return printed;
    }

    List<Problem> problems() {
        return problems;
    }

    private void run(String file, CPython cPython, GraalPy graalPy) {
        var source = question.folder().resolve(file);
        if (!Files.exists(source)) {
            return; // the page check says so
        }
        var module = source.getFileName().toString().replaceFirst("\\.py$", "");
        var sources = Sources.of(pasted(file, module)).and(question.root().resolve("harness/src/main/python"));
        try (var ownProcess = cPython.start(sources, Limits.DEFAULT)) {
            for (var python : List.of(ownProcess, graalPy)) {
                print(python, sources, source, file, module);
            }
        }
    }

    private void print(Python python, Sources sources, Path source, String file, String module) {
        try {
            python.use(sources, Limits.DEFAULT);
            printed.computeIfAbsent(file, any -> new LinkedHashMap<>())
                    .put(
                            python.interpreter().toString(),
                            python.call("printing.printed", module).asText());
        } catch (PythonFailure failure) {
            problems.add(new Problem(source, 1, "pasted into a Python it fails: " + failure.getMessage()));
        }
    }

    private Path pasted(String file, String module) {
        var folder = question.folder().resolve("target/see").resolve(module);
        Uncheck.apply(Files::createDirectories, folder);
        Uncheck.run(() -> Files.write(folder.resolve(module + ".py"), See.program(question, file)));
        return folder;
    }
}
