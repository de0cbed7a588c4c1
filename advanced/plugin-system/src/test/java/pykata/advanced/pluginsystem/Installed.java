package pykata.advanced.pluginsystem;

import org.jspecify.annotations.Nullable;
import pykata.answer.Question;

/** The plug-ins, built and installed once for all tests of this JVM. */
final class Installed {

    private static @Nullable Installation once;

    private Installed() {}

    static synchronized Installation once() {
        if (once == null) {
            var installation = Installation.of(Question.of(Installed.class));
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
            once = installation;
        }
        return once;
    }

    /** The folder that they are installed in. */
    static String site() {
        return once().sitePackages().toString();
    }
}
