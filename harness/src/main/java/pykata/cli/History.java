package pykata.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import pykata.state.StateFile;

/** When which question is to be asked again. Nothing here ends a practice: what goes wrong is told in a sentence. */
record History(StateFile<Leitner> states, Consumer<String> tell) {

    static final String NAME = "ask.json";

    /** @param tell hears what went wrong */
    History(Path file, Consumer<String> tell) {
        this(new StateFile<>(file, Leitner.class, tell), tell);
    }

    /** What is known, by question; nothing, if that cannot be used. */
    Map<String, Leitner> read() {
        try {
            return states.read();
        } catch (UncheckedIOException e) {
            tell.accept("The history cannot be used, so every question counts as new: " + e.getMessage());
            return Map.of();
        }
    }

    /** The new state of a question, whether it can be kept or not. */
    Leitner change(String id, UnaryOperator<Leitner> change) {
        try {
            return states.change(id, Leitner.neverAsked(), change);
        } catch (UncheckedIOException e) {
            tell.accept("This answer cannot be kept in the history: " + e.getMessage());
            return change.apply(Leitner.neverAsked());
        }
    }

    /** @return whether there was something to forget */
    boolean forget() {
        return states.forget();
    }
}
