package pykata.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import pykata.answer.Question;
import pykata.practice.Kata;
import pykata.practice.KataProgress;
import pykata.practice.Workspace;
import pykata.python.UserCache;

@Command(
        name = "plan",
        description =
                "What to do on each day until an interview: the questions that were never asked, and the katas that"
                        + " are not solved.",
        footer = {"", "Example:", "  ./kata plan 2026-12-08"})
final class PlanCommand extends RepositoryCommand {

    /** With or without a leading zero. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private final Clock clock;
    private final Supplier<Path> history;

    @Parameters(paramLabel = "DATE", description = "The day of the interview, such as 2026-12-08.")
    private String date;

    PlanCommand() {
        this(Clock.systemDefaultZone(), () -> UserCache.folder().resolve(History.NAME));
    }

    PlanCommand(Clock clock, Supplier<Path> history) {
        this.clock = clock;
        this.history = history;
    }

    /** What is left of a question. */
    private record Task(String name, boolean isToBeAsked, boolean isToBePractised) {

        @Override
        public String toString() {
            return joined(
                    ", ", isToBeAsked ? "./kata ask " + name : "", isToBePractised ? "./kata practice " + name : "");
        }
    }

    @Override
    public Integer call() {
        var today = LocalDate.now(clock);
        var days = (int) ChronoUnit.DAYS.between(today, day());
        if (days < 1) {
            throw misuse("%s is no day to come", date);
        }
        var tasks = tasks();
        out().printf("%s until %s, and %s left.%n%n", counted(days, "day"), day(), counted(tasks.size(), "question"));
        for (var i = 0; i < tasks.size(); i++) {
            var day = today.plusDays((long) i * days / tasks.size());
            tell(day + "  ", " ".repeat(12), tasks.get(i).toString());
        }
        out().printf("%s./kata ask brings back each day what is due.%n", tasks.isEmpty() ? "" : "\n");
        return 0;
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(date, DAY);
        } catch (DateTimeException e) {
            throw misuse("%s is no date such as 2026-12-08", date);
        }
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private List<Task> tasks() {
        var asked = new History(history.get(), err()::println).read();
        var progress = progress();
        return repository.answered().stream()
                .map(question -> task(question, asked, progress))
                .filter(task -> task.isToBeAsked() || task.isToBePractised())
                .toList();
    }

    private static Task task(Question question, Map<String, Leitner> asked, Map<String, KataProgress> progress) {
        var kata = progress.getOrDefault(question.id(), KataProgress.NONE);
        return new Task(
                Workspace.name(question),
                !asked.containsKey(question.id()),
                new Kata(question).exists() && !kata.isSolved());
    }
}
