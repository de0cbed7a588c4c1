package pykata.cli;

import java.io.PrintWriter;
import java.io.Writer;
import pykata.practice.Kata;
import pykata.practice.Practice;

/** What people do most, done once for a JVM that looks on: the launcher keeps what it has loaded for later starts. */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] arguments) {
        var repository = Repository.here();
        var nobody = new PrintWriter(Writer.nullWriter());
        var kata = KataCommand.commandLine(repository).setOut(nobody);
        kata.execute("list"); // whose errors, if the progress is damaged, are to be seen
        kata.execute("practice");
        kata.setErr(nobody);
        kata.execute("help", "practice");
        kata.execute("no such question");
        repository.answered().stream()
                .map(Kata::new)
                .filter(Kata::exists)
                .findFirst()
                .ifPresent(first -> {
                    kata.execute("show", first.question().id(), "--minute");
                    new Practice(first).onCPython(first.solution());
                });
    }
}
