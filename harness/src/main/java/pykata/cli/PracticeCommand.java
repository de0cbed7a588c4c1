package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pykata.answer.Question;
import pykata.practice.Kata;
import pykata.practice.KataProgress;
import pykata.practice.Outcome;
import pykata.practice.PracticeSession;
import pykata.practice.Workspace;

@Command(
        name = "practice",
        description = {
            "A question's kata: edit the exercise in practice/, save it, and see one failing check at a time, as"
                    + " often as you save.",
            "Without a terminal, or with --once: one verdict.",
            "It is your own Python with your own rights. What limits there are (time, memory, output, threads,"
                    + " processes, files outside its folder) protect against accidents, not against attackers: a pass"
                    + " can be faked, and says nothing of a file that tries to."
        },
        exitCodeListHeading = "%nExit status, that of the last verdict:%n",
        exitCodeList = {
            "0:solved, also if GraalPy is too old for it",
            "1:wrong answer",
            "2:syntax or import error, or wrong usage",
            "3:a limit hit, or our own fault",
            "130:left with Ctrl-C"
        },
        footer = {
            "",
            "Examples:",
            "  ./kata practice",
            "  ./kata practice gil",
            "  ./kata practice gil --once --seconds 20"
        })
final class PracticeCommand extends RepositoryCommand {

    private static final int MOST_SECONDS = 3600;

    @Parameters(
            arity = "0..1",
            paramLabel = "QUESTION",
            completionCandidates = Names.OfQuestions.class,
            description = "Such as basics/gil, or gil. Without one: how far you have come with each.")
    private @Nullable String name;

    @Option(names = "--once", description = "One verdict, and the end.")
    private boolean once;

    @Option(names = "--task", description = "What is to be done, and the end.")
    private boolean task;

    @Option(names = "--hint", description = "One hint more, and the end.")
    private boolean hint;

    @Option(names = "--solution", description = "The solution, and the end.")
    private boolean solution;

    @Option(names = "--diff", description = "How your file differs from the solution, and the end.")
    private boolean difference;

    @Option(names = "--reset", description = "Start over with the exercise; your version is kept beside it.")
    private boolean reset;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "2.5",
            description = "How long all checks together may take (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name == null) {
            standings();
            return 0;
        }
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw misuse("--seconds is more than 0 and at most %d", MOST_SECONDS);
        }
        var session = new PracticeSession(workspace(name), Duration.ofMillis((long) (seconds * 1000)), this::warn);
        var view = view(PlainText.COLUMNS);
        if (task || solution) {
            var workspace = session.workspace();
            out().println(task ? workspace.task() : workspace.kata().solutionText());
            return 0;
        }
        if (difference || hint) {
            var hints = session.hints().size();
            out().print(difference ? view.difference(difference(session)) : view.hints(session.takeHint(), hints));
            out().flush();
            return 0;
        }
        var opening = opening(session);
        if (!once && isTerminal()) {
            return loop(session, opening);
        }
        if (!opening.isEmpty()) {
            out().println(opening);
        }
        return once(session, view);
    }

    private List<String> difference(PracticeSession session) {
        var file = session.workspace().file();
        if (!Files.exists(file)) {
            throw misuse("there is no %s yet", session.question().name(file));
        }
        return session.difference();
    }

    /** What is said before the first verdict. */
    private String opening(PracticeSession session) {
        var file = session.question().name(session.workspace().file());
        return joined(
                "\n",
                reset ? PracticeView.reset(session) : "",
                session.workspace().prepare()
                        ? "The exercise is now in " + file + "; what to do stands at its top."
                        : "",
                PracticeView.progress(session.progress()));
    }

    private void standings() {
        var progress = progress();
        var katas = katas();
        var column = Wrap.longest(katas.stream().map(Question::id)) + 3;
        katas.forEach(question -> {
            var begun = PracticeView.progress(progress.getOrDefault(question.id(), KataProgress.NONE));
            var id = question.id() + " ".repeat(column - question.id().length());
            tell(id, " ".repeat(column), begun.isEmpty() ? "Not begun." : begun);
        });
    }

    private List<Question> katas() {
        return repository.answered().stream()
                .filter(question -> new Kata(question).exists())
                .toList();
    }

    /** What can be done when a kata is solved: the next one that is not, in reading order. */
    private String next(Question solved) {
        var progress = progress();
        var katas = new ArrayList<>(katas());
        Collections.rotate(katas, -katas.indexOf(solved));
        return katas.stream()
                .filter(each ->
                        !progress.getOrDefault(each.id(), KataProgress.NONE).isSolved())
                .findFirst()
                .map(each -> "Next: ./kata practice " + Workspace.name(each))
                .orElse("That was the last kata. Next: ./kata ask");
    }

    private Workspace workspace(String name) {
        var question = repository.question(name, spec);
        var kata = new Kata(question);
        if (!kata.exists()) {
            throw misuse("%s has no kata; ./kata list --kata shows which have one", question.id());
        }
        return new Workspace(repository.practice(), kata);
    }

    private int once(PracticeSession session, PracticeView view) {
        var verdict = session.judge();
        out().println(view.verdict(verdict).stripTrailing());
        session.keep(verdict);
        if (verdict.outcome() != Outcome.SOLVED) {
            return verdict.outcome().status();
        }
        out().print(PracticeView.beforeSecond());
        out().flush();
        var second = session.judgeOnGraalPy();
        out().print(view.second(second));
        out().println(next(session.question()));
        return PracticeView.status(second);
    }

    private int loop(PracticeSession session, String opening) throws IOException, InterruptedException {
        try (var terminal = TerminalBuilder.builder().graphemeCluster(false).build()) {
            var width = PracticeLoop.isDumb(terminal)
                    ? PlainText.COLUMNS
                    : Math.clamp(terminal.getSize().getColumns(), 40, 100);
            return new PracticeLoop(session, terminal, view(width), opening, () -> next(session.question())).run();
        }
    }

    private static PracticeView view(int width) {
        return new PracticeView(width, isScreen() && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF);
    }
}
