package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        description = "Begins the answer of a question: writes all its parts, with placeholders that fail until they"
                + " are replaced.",
        footer = {"", "Example:", "  ./kata list && ./kata new MODULE/NAME"})
final class NewCommand extends RepositoryCommand {

    private static final String NEXT_STEPS = """
            Next, in this order:
              README.md
                the claims: sentences that can be wrong, each with an id
              src/main/python/{{python}}.py
                the Python that shows them
              src/test/java/{{path}}/{{java}}Test.java
                a method per claim, named by its id
              src/test/python/broken/{{claim}}/
                a folder per claim: the same Python, broken as the claim rules out
              kata/, src/main/java/ and INTERVIEWER.md
                when the claims are proved

            See what is still to be written:
              mvn -q test -pl {{id}} -am
            Prove it, and fill in numbers, listings, tables and the index:
              ./kata sync {{slug}}
            """;

    @Parameters(
            paramLabel = "QUESTION",
            completionCandidates = Names.OfQuestions.class,
            description = "MODULE/NAME, as ./kata list shows it: one that is not answered yet.")
    private String name;

    @Override
    public Integer call() throws IOException {
        var id = Repository.id(name, spec);
        if (Files.exists(repository.root().resolve(id))) {
            throw misuse("%s exists already; nothing was written", id);
        }
        var template = new Template(id);
        var files = new Scaffold(repository.root(), template).write();
        var out = out();
        out.printf("Wrote %d files in %s.%nAdded it to the build and to the index.%n%n", files, id);
        template.filled(NEXT_STEPS).lines().forEach(out::println);
        return 0;
    }
}
