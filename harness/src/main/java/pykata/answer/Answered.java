package pykata.answer;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** How many of the questions have an answer. */
final class Answered implements Block {

    @Override
    public boolean isBegunBy(Node next) {
        return next instanceof Paragraph && Page.plain(next).matches("\\d+ of the \\d+ questions .*");
    }

    @Override
    public Optional<List<String>> content(Place place) {
        var all = Catalogue.questions().size();
        var answered = Catalogue.answered(place.question().root()).size();
        return Optional.of(List.of("%d of the %d questions are answered so far.".formatted(answered, all)));
    }

    /** None that is a single question's: a new answer would make all others red. A sync counts anew. */
    @Override
    public Optional<String> problem(Place place) {
        return Optional.empty();
    }
}
