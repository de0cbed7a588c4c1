package pykata.python;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The processes that this one has started, and those that they have: Java itself loses sight of who lost its parent. */
@SuppressWarnings("restricted") // two calls of the system, with numbers only
final class ProcessGroup {

    private static final int KILL = 9;

    private ProcessGroup() {}

    /** Makes this process the first of a group of its own. Where that cannot be, it stays in the one it is in. */
    static boolean lead() {
        if (Platform.current().isWindows()) {
            return false;
        }
        try {
            return (int) function("setsid").invokeExact() >= 0;
        } catch (Throwable e) {
            return false;
        }
    }

    /** Ends the whole group at once, this process too: only for its leader. */
    static void end() {
        try {
            var status = (int)
                    function("kill", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT).invokeExact(0, KILL);
            throw new IllegalStateException("kill has come back with " + status);
        } catch (Throwable e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static MethodHandle function(String name, ValueLayout... arguments) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }
}
