package pykata.answer;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import pykata.measured.MutationScore;

/** How many mutants the claims and the kata's checks kill. Whether that is enough, and still true, is for sync to say. */
final class Mutants implements Block {

    private static final String BEGINNING = "Mutants killed: ";

    @Override
    public boolean isBegunBy(Node next) {
        return Block.isSentence(next, BEGINNING);
    }

    @Override
    public Optional<List<String>> content(Place place) {
        var score = MutationScore.read(place.question().folder());
        return score.parts().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        List.of("%s%s ([what lives, and why](mutants.md)).".formatted(BEGINNING, score.summary())));
    }

    @Override
    public String stale(Place place) {
        return "it does not say how many mutants are killed now; run ./kata sync";
    }
}
