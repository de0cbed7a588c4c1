package pykata.answer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/** What a page was proved on and when: at the last run that changed it. A run that confirms it leaves the date alone. */
final class ProvedOn implements Block {

    private static final Pattern SENTENCE = Pattern.compile("Proved on (.*), on \\d{4}-\\d{2}-\\d{2}\\.");

    @Override
    public boolean isBegunBy(Node next) {
        return Block.isSentence(next, "Proved on ");
    }

    @Override
    public Optional<List<String>> content(Place place) {
        var proved = place.findings().proved().values();
        if (proved.isEmpty()) {
            return Optional.empty();
        }
        var interpreters = proved.stream()
                .flatMap(claim -> claim.table().columns().keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var on = String.join(" and ", interpreters) + ", " + place.findings().platform();
        var before = SENTENCE.matcher(String.join(" ", place.shown()));
        var isConfirmed = before.matches() && before.group(1).equals(on) && !place.isPageChanged();
        return Optional.of(
                isConfirmed ? place.shown() : List.of("Proved on %s, on %s.".formatted(on, LocalDate.now())));
    }
}
