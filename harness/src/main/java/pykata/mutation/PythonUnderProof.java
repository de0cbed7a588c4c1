package pykata.mutation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.python.CPython;
import pykata.python.Folders;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Sources;
import pykata.python.Version;

/** A question's Python and the claims about it: a claim is tried on a mutant if it runs a line of what is mutated. */
final class PythonUnderProof implements Subject {

    private final Question question;
    private final List<Path> files;
    private final Trials trials;
    private final List<Known> claims;
    private final List<Mutant> mutants;

    /** A claim, what it runs, and how long a mutant of that may take. */
    private record Known(ClaimTrial claim, Reach reach, Duration time) {}

    /** @throws IllegalStateException if a claim does not hold as it is */
    PythonUnderProof(Question question, List<ClaimTrial> claims) {
        this.question = question;
        this.trials = new Trials(question.sources());
        this.files = question.python().stream()
                .flatMap(PythonUnderProof::pythonFiles)
                .sorted(Comparator.comparing(Path::toString))
                .toList();
        var onCPython = claims.stream().filter(Trials::isOnCPython).toList();
        var onGraalPy = claims.stream()
                .filter(claim -> !Trials.isOnCPython(claim) && claim.isOn(Implementation.GRAALPY))
                .toList();
        this.claims = Stream.concat(
                        Together.map(onCPython, this::knownOnCPython).stream(),
                        onGraalPy.stream().map(this::knownOnGraalPy))
                .sorted(Comparator.comparing((Known known) -> !Trials.isOnCPython(known.claim))
                        .thenComparing(known -> known.reach.size()))
                .toList();
        this.mutants = Mutant.of(question, files).stream()
                .filter(mutant -> this.claims.stream().anyMatch(known -> known.reach.includes(mutant)))
                .toList();
    }

    @Override
    public String title() {
        return "the Python";
    }

    @Override
    public Path root(Mutant mutant) {
        return question.python().stream()
                .filter(root -> mutant.file().startsWith(root))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Mutant> mutants() {
        return mutants;
    }

    @Override
    public Fate fate(Mutant mutant) {
        var folder = newFolder();
        try {
            var sources = copyWith(mutant, folder);
            return claims.stream()
                    .filter(known -> known.reach.includes(mutant))
                    .map(known -> trials.attempt(known.claim, sources, known.time))
                    .filter(Fate::isKilled)
                    .findFirst()
                    .orElse(Fate.SURVIVED);
        } finally {
            delete(folder);
        }
    }

    private Known knownOnCPython(ClaimTrial claim) {
        var time = time(claim);
        return new Known(claim, reachOnCPython(claim), time); // noting the lines takes longer
    }

    private Known knownOnGraalPy(ClaimTrial claim) {
        return new Known(claim, reachOnGraalPy(claim), time(claim)); // the first start takes longer
    }

    /** How long a mutant may take: twice the original's time and a second. */
    private Duration time(ClaimTrial claim) {
        var started = System.nanoTime();
        mustHold(claim, trials.attempt(claim, question.sources(), Trials.LONG));
        return Duration.ofNanos(System.nanoTime() - started).multipliedBy(2).plusSeconds(1);
    }

    private Reach reachOnCPython(ClaimTrial claim) {
        if (CPython.reference().interpreter().version().compareTo(new Version(3, 12, 0)) < 0) {
            throw new IllegalStateException("which lines a claim runs can be told from CPython 3.12 on; this is "
                    + CPython.reference().interpreter());
        }
        try {
            var folder = Files.createTempDirectory("pykata-lines");
            try {
                var script = folder.resolve("sitecustomize.py");
                var lines = Files.createFile(folder.resolve("lines"));
                Files.copy(question.root().resolve("harness/src/main/python/mutating/reaching.py"), script);
                var roots =
                        question.python().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
                var command = List.of(script.toString(), lines.toString(), roots);
                mustHold(claim, trials.attemptOnCPython(claim, question.sources(), Trials.LONG, command));
                return Reach.read(lines, files);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file for the lines that a claim runs", e);
        }
    }

    private Reach reachOnGraalPy(ClaimTrial claim) {
        var reach = new Reach();
        try (var _ = GraalPy.onLine((file, line) -> {
            if (question.python().stream().anyMatch(file::startsWith)) {
                reach.add(file, line);
            }
        })) {
            mustHold(claim, trials.attempt(claim, question.sources(), Trials.LONG));
        }
        return reach;
    }

    private void mustHold(ClaimTrial claim, Fate fate) {
        if (fate.isKilled()) {
            throw new IllegalStateException("%s: %s does not hold as it is, so no mutant can be tried on it\n%s"
                    .formatted(question.id(), claim.id(), fate.why()));
        }
    }

    /** All of the question's Python, a file of it mutated. In a new place: no interpreter can take it for another. */
    private Sources copyWith(Mutant mutant, Path folder) {
        var trees = new ArrayList<Path>();
        for (var root : question.python()) {
            trees.add(copy(root, mutant, folder.resolve(Integer.toString(trees.size()))));
        }
        return Sources.of(trees.toArray(Path[]::new));
    }

    private static Path copy(Path root, Mutant mutant, Path tree) {
        try (var all = Files.walk(root)) {
            for (var each : all.filter(each -> !each.endsWith("__pycache__")).toList()) {
                var target = tree.resolve(root.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else if (each.equals(mutant.file())) {
                    mutant.write(target);
                } else if (Files.isDirectory(target.getParent())) {
                    Files.copy(each, target);
                }
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a mutant", e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("pykata-mutant").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a mutant", e);
        }
    }

    private static void delete(Path tree) {
        try {
            Folders.delete(tree);
        } catch (IOException e) {
            // left to the system: it is a temporary folder
        }
    }

    private static Stream<Path> pythonFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".py")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        trials.close();
    }
}
