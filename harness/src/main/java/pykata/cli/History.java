package pykata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * When which question is to be asked again, in a small file of the user's. Nothing here ends a practice: what goes wrong
 * is told in a sentence, and what cannot be read is never written over.
 *
 * @param tell hears what went wrong
 */
record History(Path file, Consumer<String> tell) {

    static final String NAME = "ask.json";

    /** The names of the history and of what was set aside, as a pattern. */
    static final String FILES = "ask(\\.damaged-\\d+)?\\.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What the file says, by question; nothing, if it says nothing that can be used. */
    Map<String, Leitner> read() {
        try {
            return orSetAside();
        } catch (IOException e) {
            tell.accept("The history cannot be used, so every question counts as new: " + reason(e));
            return Map.of();
        }
    }

    void keep(String id, Leitner state) {
        try {
            var states = new LinkedHashMap<>(orSetAside());
            states.put(id, state);
            write(states);
        } catch (IOException e) {
            tell.accept("This answer cannot be kept in the history: " + reason(e));
        }
    }

    /** @return whether there was something to forget */
    boolean forget() throws IOException {
        return Files.deleteIfExists(file);
    }

    private Map<String, Leitner> orSetAside() throws IOException {
        try {
            return parse(JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            var kept = aside();
            Files.move(file, kept);
            tell.accept("The history was damaged; it is kept as %s, and a new one begins.".formatted(kept));
            return Map.of();
        }
    }

    private static Map<String, Leitner> parse(JsonNode json) {
        if (!(json instanceof ObjectNode)) {
            throw new IllegalArgumentException("not an object");
        }
        var states = new LinkedHashMap<String, Leitner>();
        json.properties().forEach(entry -> {
            var state = entry.getValue();
            states.put(
                    entry.getKey(),
                    new Leitner(
                            state.path("box").asInt(),
                            LocalDate.parse(state.path("due").asText())));
        });
        return states;
    }

    private void write(Map<String, Leitner> states) throws IOException {
        var json = JSON.createObjectNode();
        states.forEach((id, state) -> json.putObject(id)
                .put("box", state.box())
                .put("due", state.due().toString()));
        Files.createDirectories(file.getParent());
        var beside = Files.createTempFile(file.getParent(), NAME, ".new");
        try {
            Files.writeString(beside, JSON.writeValueAsString(json) + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Path aside() {
        var number = 1;
        while (Files.exists(damaged(number))) {
            number++;
        }
        return damaged(number);
    }

    private Path damaged(int number) {
        return file.resolveSibling("ask.damaged-%d.json".formatted(number));
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? e.getMessage() + " may not be used"
                : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
