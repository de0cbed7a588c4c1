package pykata.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A question put to somebody who answers aloud. It takes whole lines only, so it works wherever there is input. */
record Interview(BufferedReader in, PrintWriter out, InstantSource clock) {

    /** @return how it went; empty if the candidate left before the end */
    Optional<Leitner.Grade> about(String title, SpokenAnswer spoken) {
        tell(new Wrap(PlainText.COLUMNS).lines(title));
        var began = clock.instant();
        if (!goesOn("Answer aloud. [Enter] stops the clock and shows an answer, [q] leaves.")) {
            return Optional.empty();
        }
        out.printf("You took %s. In 60 seconds:%n%n", elapsed(Duration.between(began, clock.instant())));
        tell(spoken.inSixtySeconds());
        return goesThrough(spoken.followUps()) ? grade() : Optional.empty();
    }

    private boolean goesThrough(List<SpokenAnswer.FollowUp> followUps) {
        var number = 0;
        for (var followUp : followUps) {
            number++;
            if (!goesOn("[Enter] asks follow-up %d of %d.".formatted(number, followUps.size()))) {
                return false;
            }
            tell(followUp.question());
            if (followUp.answer().isEmpty()) {
                continue;
            }
            if (!goesOn("[Enter] shows its answer.")) {
                return false;
            }
            tell(followUp.answer());
        }
        return true;
    }

    private Optional<Leitner.Grade> grade() {
        while (true) {
            var said = line("How was it? [g]ood, [h]ard, [a]gain").orElse("q");
            if (said.matches("q|quit")) {
                return Optional.empty();
            }
            var grade = Arrays.stream(Leitner.Grade.values())
                    .filter(each -> each.isNamed(said))
                    .findFirst();
            if (grade.isPresent()) {
                return grade;
            }
            out.println("Please type g, h or a, then Enter; q leaves.");
        }
    }

    private boolean goesOn(String prompt) {
        return line(prompt).filter(line -> !line.matches("q|quit")).isPresent();
    }

    /** What is typed, a blank line after the prompt and none before the next text; empty at the end of the input. */
    private Optional<String> line(String prompt) {
        out.println(prompt);
        out.flush();
        try {
            return Optional.ofNullable(in.readLine()).map(line -> line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("the input cannot be read: " + e.getMessage(), e);
        }
    }

    private void tell(List<String> lines) {
        lines.forEach(out::println);
        out.println();
    }

    private static String elapsed(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
