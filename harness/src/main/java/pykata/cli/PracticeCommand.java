package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pykata.answer.Catalogue;
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
        if (task) {
            out().println(session.workspace().task());
            return 0;
        }
        if (solution) {
            out().println(session.workspace().kata().solutionText());
            return 0;
        }
        if (difference) {
            return showDifference(session);
        }
        if (hint) {
            out().print(view(80).hints(session.takeHint(), session.hints()));
            out().flush();
            return 0;
        }
        var opening = opening(session);
        if (!once && isTerminal()) {
            return loop(session, String.join("\n", opening));
        }
        opening.forEach(out()::println);
        return once(session);
    }

    private int showDifference(PracticeSession session) {
        var file = session.workspace().file();
        if (!Files.exists(file)) {
            throw misuse(
                    "there is no %s yet", session.workspace().kata().question().name(file));
        }
        out().print(view(80).difference(session.difference()));
        return 0;
    }

    /** What is said before the first verdict. */
    private List<String> opening(PracticeSession session) {
        var lines = new ArrayList<String>();
        if (reset) {
            lines.add(PracticeView.reset(session));
        }
        var workspace = session.workspace();
        if (workspace.prepare()) {
            lines.add("The exercise is now in %s; what to do stands at its top."
                    .formatted(workspace.kata().question().name(workspace.file())));
        }
        lines.add(PracticeView.progress(session.progress()));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private void standings() {
        var progress = progress();
        var katas = katas();
        var widest = Wrap.longest(katas.stream().map(Question::id));
        katas.forEach(question -> {
            var begun = PracticeView.progress(progress.getOrDefault(question.id(), KataProgress.NONE));
            tell(
                    question.id() + " ".repeat(widest + 3 - question.id().length()),
                    " ".repeat(widest + 3),
                    begun.isEmpty() ? "Not begun." : begun);
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

    private int once(PracticeSession session) {
        var verdict = session.judge();
        out().println(view(80).verdict(verdict).stripTrailing());
        session.keep(verdict);
        if (verdict.outcome() != Outcome.SOLVED) {
            return verdict.outcome().status();
        }
        out().print(PracticeView.beforeSecond());
        out().flush();
        var second = session.judgeOnGraalPy();
        out().print(view(80).second(second));
        out().println(next(session.workspace().kata().question()));
        return PracticeView.status(second);
    }

    private int loop(PracticeSession session, String opening) throws IOException, InterruptedException {
        try (var terminal = TerminalBuilder.builder().graphemeCluster(false).build()) {
            var question = session.workspace().kata().question();
            var width = PracticeLoop.isDumb(terminal)
                    ? PlainText.COLUMNS
                    : Math.max(40, Math.min(terminal.getSize().getColumns(), 100));
            return new PracticeLoop(session, terminal, view(width), opening, others(question), () -> next(question))
                    .run();
        }
    }

    /** The names of the other working files. */
    private static Set<String> others(Question question) {
        return Catalogue.questions().keySet().stream()
                .filter(id -> !id.equals(question.id()))
                .map(id -> id.substring(id.indexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static PracticeView view(int width) {
        return new PracticeView(width, isScreen() && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF);
    }
}
