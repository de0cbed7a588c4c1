package pykata.python;

import java.nio.file.Path;

/** The folder for what is made once per user and can be made again: {@code PYKATA_CACHE}, or the platform's own. */
public final class UserCache {

    private UserCache() {}

    public static Path folder() {
        var chosen = System.getProperty("pykata.cache", System.getenv("PYKATA_CACHE"));
        return chosen != null ? Path.of(chosen).toAbsolutePath() : ofPlatform();
    }

    private static Path ofPlatform() {
        var home = Path.of(System.getProperty("user.home"));
        return switch (Platform.current().os()) {
            case "windows" ->
                environment("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("pykata/cache");
            case "macosx" -> home.resolve("Library/Caches/pykata");
            default -> environment("XDG_CACHE_HOME", home.resolve(".cache")).resolve("pykata");
        };
    }

    private static Path environment(String name, Path otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
