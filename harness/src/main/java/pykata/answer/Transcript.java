package pykata.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** A screenful of what a command says. */
final class Transcript implements Block {

    private static final int SCREENFUL = 34;

    @Override
    public boolean isBegunBy(Node next) {
        return next instanceof FencedCodeBlock;
    }

    @Override
    public Optional<List<String>> content(Place place) {
        return Optional.ofNullable(place.findings().outputs().get(place.argument()))
                .map(output -> {
                    var lines = new ArrayList<>(List.of("$ " + place.argument()));
                    lines.addAll(output.subList(0, Math.min(SCREENFUL, output.size())));
                    if (output.size() > SCREENFUL) {
                        lines.add("...");
                    }
                    return Listing.fenced("text", lines);
                });
    }
}
