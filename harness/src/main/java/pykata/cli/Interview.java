package pykata.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question put to somebody who answers aloud. It takes whole lines only, so it works wherever there is input.
 *
 * @param isScreen whether the time that passes can be shown in a line
 */
record Interview(BufferedReader in, PrintWriter out, InstantSource clock, boolean isScreen) {

    /** @return how it went; empty if the candidate left before saying so */
    Optional<Leitner.Grade> about(String title, SpokenAnswer spoken) {
        tell(new Wrap(PlainText.COLUMNS).lines(title));
        var began = clock.instant();
        if (!hasAnswered(began)) {
            return Optional.empty();
        }
        out.printf("You took %s. In 60 seconds:%n%n", elapsed(began));
        tell(spoken.inSixtySeconds());
        return grade();
    }

    private boolean hasAnswered(Instant began) {
        out.println("Answer aloud. [Enter] stops the clock and shows an answer, [q] [Enter] leaves.");
        try (var _ = Waiting.clock(out, isScreen, () -> elapsed(began))) {
            return line().isPresent();
        }
    }

    /** For as long as the candidate goes on. */
    void followUps(SpokenAnswer spoken) {
        var number = 0;
        for (var followUp : spoken.followUps()) {
            number++;
            if (!goesOn("[Enter] asks follow-up %d of %d, [q] [Enter] ends."
                    .formatted(number, spoken.followUps().size()))) {
                return;
            }
            tell(followUp.question());
            if (followUp.answer().isEmpty()) {
                continue;
            }
            if (!goesOn("[Enter] shows its answer.")) {
                return;
            }
            tell(followUp.answer());
        }
    }

    private Optional<Leitner.Grade> grade() {
        while (true) {
            out.println("How was it? [g]ood, [h]ard or [a]gain, then [Enter]");
            var said = line();
            if (said.isEmpty()) {
                return Optional.empty();
            }
            var grade = Arrays.stream(Leitner.Grade.values())
                    .filter(each -> each.isNamed(said.get()))
                    .findFirst();
            if (grade.isPresent()) {
                return grade;
            }
            out.println("Please type g, h or a, then Enter; q leaves.");
        }
    }

    private boolean goesOn(String prompt) {
        out.println(prompt);
        return line().isPresent();
    }

    /** What is typed, in small letters; empty for who leaves, and at the end of the input. */
    private Optional<String> line() {
        out.flush();
        try {
            return Optional.ofNullable(in.readLine())
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.matches("q|quit"));
        } catch (IOException e) {
            throw new UncheckedIOException("the input cannot be read: " + e.getMessage(), e);
        }
    }

    private void tell(List<String> lines) {
        lines.forEach(out::println);
        out.println();
    }

    private String elapsed(Instant began) {
        var time = Duration.between(began, clock.instant());
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
