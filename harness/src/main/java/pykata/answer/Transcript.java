package pykata.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** A screenful of what a command says. */
final class Transcript implements Block {

    private static final int SCREENFUL = 34;

    @Override
    public @Nullable Node last(@Nullable Node next) {
        return next instanceof FencedCodeBlock ? next : null;
    }

    @Override
    public Optional<List<String>> content(Place place) {
        return Optional.ofNullable(place.findings().outputs().get(place.argument()))
                .map(output -> {
                    var block = new ArrayList<>(List.of("```text", "$ " + place.argument()));
                    block.addAll(output.subList(0, Math.min(SCREENFUL, output.size())));
                    if (output.size() > SCREENFUL) {
                        block.add("...");
                    }
                    block.add("```");
                    return block;
                });
    }
}
