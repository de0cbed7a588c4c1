package pykata.advanced.metaclasses;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The registry as Java programmers write it first: each channel registers itself in a static initializer. */
final class StaticChannels {

    static final List<String> REGISTERED = new CopyOnWriteArrayList<>();

    private StaticChannels() {}

    /** Registers itself when it is first used, and not when it is merely there. */
    static final class Email {
        static {
            REGISTERED.add("email");
        }

        private Email() {}
    }

    /** What it takes: somebody names the class. */
    static void use(String channel) throws ClassNotFoundException {
        Class.forName(StaticChannels.class.getName() + "$" + channel);
    }

    /** Finds the class, without a use of it. */
    static Class<?> load(String channel) throws ClassNotFoundException {
        return Class.forName(
                StaticChannels.class.getName() + "$" + channel, false, StaticChannels.class.getClassLoader());
    }
}
