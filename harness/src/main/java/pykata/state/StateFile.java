package pykata.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.commons.io.function.IOSupplier;

/**
 * A value for each of some names, as JSON. Each change is read, made and written under a lock, so that two terminals do
 * not roll each other back; a reader sees the file as it was before or after. What is not understood is put aside.
 */
public final class StateFile<T> {

    /** Made when there is something to read or write, and not before: it costs a tenth of a second. */
    private static final class Json {

        static final ObjectMapper MAPPER = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .addModule(new JavaTimeModule())
                .build();
    }

    private final Path file;
    private final Class<T> type;
    private final Consumer<String> tell;

    /** @param tell hears where a file was put that is not understood */
    public StateFile(Path file, Class<T> type, Consumer<String> tell) {
        this.file = file;
        this.type = type;
        this.tell = tell;
    }

    /** The names of a state file and of all that is kept beside it, as a pattern. */
    public static String filesOf(String name) {
        return name.replace(".json", "(\\.damaged-\\d+)?\\.json(\\.lock)?");
    }

    /** @throws UncheckedIOException if the file is there and cannot be read */
    public Map<String, T> read() {
        try {
            return parsed();
        } catch (JsonProcessingException damaged) {
            return locked(this::orPutAside);
        } catch (IOException e) {
            throw WholeFile.failed("read", file, e);
        }
    }

    /**
     * Changes the value of a name.
     *
     * @param absent the value of a name that has none
     * @throws UncheckedIOException if the file cannot be read or written; what it said before still stands there
     */
    public T change(String name, T absent, UnaryOperator<T> change) {
        return locked(() -> {
            var values = orPutAside();
            var changed = change.apply(values.getOrDefault(name, absent));
            if (!changed.equals(values.put(name, changed))) {
                WholeFile.write(file, Json.MAPPER.writeValueAsString(values) + "\n");
            }
            return changed;
        });
    }

    /**
     * Deletes the file.
     *
     * @return whether there was one
     */
    public boolean forget() {
        return locked(() -> Files.deleteIfExists(file));
    }

    private Map<String, T> orPutAside() throws IOException {
        try {
            return parsed();
        } catch (JsonProcessingException damaged) {
            var name = file.getFileName().toString();
            var aside = WholeFile.free(
                    number -> file.resolveSibling(name.replace(".json", ".damaged-%d.json".formatted(number))));
            Files.move(file, aside);
            tell.accept("%s is not understood; it is kept as %s, and a new one begins.".formatted(name, aside));
            return new TreeMap<>();
        }
    }

    private Map<String, T> parsed() throws IOException {
        try {
            var text = Files.readAllBytes(file);
            Map<String, T> values = Json.MAPPER.readValue(
                    text, Json.MAPPER.getTypeFactory().constructMapType(TreeMap.class, String.class, type));
            if (values == null || values.containsValue(null)) {
                throw new JsonMappingException(null, "a value is missing");
            }
            return values;
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        }
    }

    /** The lock has a file of its own: the other one is replaced. */
    private <R> R locked(IOSupplier<R> action) {
        try {
            return Lock.hold(file.resolveSibling(file.getFileName() + ".lock"), action);
        } catch (IOException e) {
            throw WholeFile.failed("write", file, e);
        }
    }
}
