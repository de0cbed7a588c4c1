package pykata.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pykata.answer.Catalogue;
import pykata.answer.Page;
import pykata.answer.Question;
import pykata.python.UserCache;

@Command(
        name = "ask",
        description = "Puts a question to you as an interviewer would. You answer aloud, the clock running; then it"
                + " shows an answer, asks how it went, by which it decides when to come back to it, and goes on to the"
                + " follow-ups for as long as you like.",
        footer = {"", "Examples:", "  ./kata ask            any question that is due", "  ./kata ask basics"})
final class AskCommand extends RepositoryCommand {

    private final Supplier<Inputs> given;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODULE|QUESTION",
            completionCandidates = Names.OfModulesAndQuestions.class,
            description = "Such as basics, or gil; any question, if none is named.")
    private @Nullable String name;

    @Option(names = "--forget", description = "Forget which questions were asked and how it went; ask nothing.")
    private boolean forget;

    /**
     * What a practice depends on besides the pages.
     *
     * @param isScreen whether a clock can run in a line
     */
    record Inputs(BufferedReader in, boolean isScreen, Clock clock, RandomGenerator random, Path history) {

        static Inputs real() {
            var console = System.console();
            var charset = console == null ? Charset.defaultCharset() : console.charset();
            return new Inputs(
                    new BufferedReader(new InputStreamReader(System.in, charset)),
                    RepositoryCommand.isScreen(),
                    Clock.systemDefaultZone(),
                    RandomGenerator.getDefault(),
                    UserCache.folder().resolve(History.NAME));
        }
    }

    AskCommand() {
        this.given = Inputs::real;
    }

    AskCommand(Repository repository, Inputs inputs) {
        this.repository = repository;
        this.given = () -> inputs;
    }

    @Override
    public Integer call() {
        var out = out();
        var inputs = given.get();
        var history = new History(inputs.history(), err()::println);
        if (forget) {
            return forget(history);
        }
        var today = LocalDate.now(inputs.clock());
        var states = history.read();
        var question = choice(candidates(), states, today, inputs.random());
        var spoken = SpokenAnswer.of(Page.read(question.readme()));
        var interview = new Interview(inputs.in(), out, inputs.clock(), inputs.isScreen());
        var grade = interview.about(Catalogue.questions().get(question.id()), spoken);
        if (grade.isEmpty()) {
            out.printf("You left %s; it stays as due as it was.%n", question.id());
            return 0;
        }
        var next = history.change(question.id(), state -> state.after(grade.get(), today));
        out.printf("%s is due again %s.%n%n", question.id(), next.isDue(today) ? "at once" : "on " + next.due());
        interview.followUps(spoken);
        return 0;
    }

    private int forget(History history) {
        if (name != null) {
            throw misuse("--forget forgets all questions; name none");
        }
        out().println(history.forget() ? "Forgotten: every question is new again." : "There was nothing to forget.");
        return 0;
    }

    private List<Question> candidates() {
        if (name != null && !Repository.modules().contains(name)) {
            return List.of(repository.question(name, spec));
        }
        var candidates = repository.answered().stream()
                .filter(question -> name == null || question.id().startsWith(name + "/"))
                .toList();
        if (candidates.isEmpty()) {
            throw misuse("no question %sis answered yet", name == null ? "" : "of " + name + " ");
        }
        return candidates;
    }

    /** One of those that are due, by chance; if none is, it says so and takes the one that will be first. */
    private Question choice(
            List<Question> candidates, Map<String, Leitner> states, LocalDate today, RandomGenerator random) {
        Function<Question, Leitner> state = question -> states.getOrDefault(question.id(), Leitner.neverAsked());
        var due = candidates.stream()
                .filter(question -> state.apply(question).isDue(today))
                .toList();
        if (!due.isEmpty()) {
            return due.get(random.nextInt(due.size()));
        }
        var first = Collections.min(candidates, Comparator.comparing(state.andThen(Leitner::due)));
        out().printf(
                        "Nothing is due before %s. This will be the first, if you want it now:%n%n",
                        state.apply(first).due());
        return first;
    }
}
