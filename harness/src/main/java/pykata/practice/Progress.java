package pykata.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far a learner has come with each kata, kept in a file between two sittings. */
public final class Progress {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * One kata's.
     *
     * @param passed checks that pass
     * @param checks all there are; 0 if none ever ran
     * @param hints that were taken
     */
    public record KataProgress(int passed, int checks, int hints) {

        static final KataProgress NONE = new KataProgress(0, 0, 0);

        public boolean solved() {
            return checks > 0 && passed == checks;
        }

        KataProgress after(Verdict verdict) {
            return verdict.checks().isEmpty()
                    ? this
                    : new KataProgress(verdict.passed(), verdict.checks().size(), hints);
        }

        KataProgress withHints(int taken) {
            return new KataProgress(passed, checks, taken);
        }
    }

    private final Path file;
    private final Map<String, KataProgress> katas;
    private final @Nullable Path unreadable;

    private Progress(Path file, Map<String, KataProgress> katas, @Nullable Path unreadable) {
        this.file = file;
        this.katas = katas;
        this.unreadable = unreadable;
    }

    /**
     * What a file says; a file that cannot be understood is kept under another name, and nothing is known.
     *
     * @throws java.io.UncheckedIOException if the file is there and cannot be read or moved out of the way
     */
    public static Progress in(Path file) {
        try {
            if (Files.notExists(file)) {
                return new Progress(file, new TreeMap<>(), null);
            }
            var katas = JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, KataProgress>>() {});
            return new Progress(file, katas, null);
        } catch (JsonProcessingException e) {
            return new Progress(file, new TreeMap<>(), putAside(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Path putAside(Path file) {
        var aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Workspace.failed(aside, e);
        }
    }

    /** Where the file was put because it is not understood. */
    public Optional<Path> unreadable() {
        return Optional.ofNullable(unreadable);
    }

    /** Where somebody stands with a question's kata. */
    public KataProgress of(String question) {
        return katas.getOrDefault(question, KataProgress.NONE);
    }

    /** @throws java.io.UncheckedIOException if it cannot be written; what the file said before still stands there */
    void put(String question, KataProgress progress) {
        if (progress.equals(katas.put(question, progress))) {
            return;
        }
        var half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            JSON.writeValue(half.toFile(), katas);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            half.toFile().delete();
            throw Workspace.failed(file, e);
        }
    }
}
