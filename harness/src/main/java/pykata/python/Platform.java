package pykata.python;

import java.util.Locale;

/**
 * Operating system and processor, in the words the CPython artifact's classifiers use.
 *
 * @param os linux, macosx or windows; anything else as the JVM calls it
 * @param processor x86_64 or arm64; anything else as the JVM calls it
 */
public record Platform(String os, String processor) {

    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        var name = osName.toLowerCase(Locale.ROOT);
        var os = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macosx" : name;
        var processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            case String other -> other;
        };
        return new Platform(os, processor);
    }

    boolean isWindows() {
        return os.equals("windows");
    }

    @Override
    public String toString() {
        return os + "-" + processor;
    }
}
