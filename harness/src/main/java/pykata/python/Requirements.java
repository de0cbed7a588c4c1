package pykata.python;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.io.function.Uncheck;

/**
 * A {@code requirements.txt}: Python packages, each pinned to a version and to the hashes of its files.
 *
 * @param text of the file, with a line feed after each line
 */
public record Requirements(Path file, String text) {

    private static final Pattern PIN = Pattern.compile("(?m)^([A-Za-z0-9][\\w.-]*)\\s*(\\[[^\\]]*\\])?\\s*==");

    /** Those of a folder, if it has any. */
    public static Optional<Requirements> in(Path folder) {
        var file = none(folder).file();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var text = Uncheck.get(() -> Files.readString(file), () -> file + " cannot be read");
        return Optional.of(new Requirements(file, text.replace("\r\n", "\n")));
    }

    /** Those of a folder that has none. */
    public static Requirements none(Path folder) {
        return new Requirements(folder.toAbsolutePath().normalize().resolve("requirements.txt"), "");
    }

    /**
     * The same, which pin some packages for sure.
     *
     * @throws PythonUnavailable if they do not
     */
    public Requirements pinning(List<String> names) {
        var missing = names.stream()
                .filter(name -> !pinned().contains(normalized(name)))
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new PythonUnavailable("needs %s, which %s does not pin".formatted(missing, file));
        }
        return this;
    }

    /** The packages' names as the index has them: in small letters, with dashes. */
    Set<String> pinned() {
        return PIN.matcher(text).results().map(pin -> normalized(pin.group(1))).collect(Collectors.toUnmodifiableSet());
    }

    private static String normalized(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    /** As a reader would name them: {@code gil/requirements.txt}. */
    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }
}
