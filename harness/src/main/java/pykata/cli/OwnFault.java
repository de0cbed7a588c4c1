package pykata.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.IntSupplier;
import pykata.python.PythonFailure;
import pykata.python.PythonUnavailable;

/** What somebody is told who did nothing wrong: a sentence, and a status that no answer has. */
final class OwnFault {

    static final int STATUS = 3;

    private OwnFault() {}

    /** The status of a whole command, whatever becomes of it: 1 would be an answer. */
    static int statusOf(IntSupplier command, PrintStream err) {
        try {
            return command.getAsInt();
        } catch (RuntimeException | Error fault) {
            err.println("kata: " + sentence(fault));
            return STATUS;
        }
    }

    static String sentence(Throwable fault) {
        return switch (fault) {
            case UncheckedIOException wrapped when isAboutAFile(wrapped) -> sentence(wrapped.getCause());
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "%s may not be read or written".formatted(denied.getFile());
            case FileSystemException other
            when other.getReason() == null ->
                "%s: %s".formatted(other.getFile(), other.getClass().getSimpleName());
            case IOException _, UncheckedIOException _, IllegalStateException _, PythonUnavailable _, PythonFailure _
            when hasMessage(fault) -> fault.getMessage();
            default -> "this is our own fault, please tell us: %s%s".formatted(fault, place(fault));
        };
    }

    /** Whether it has nothing to say but its cause. */
    private static boolean isAboutAFile(UncheckedIOException wrapped) {
        return wrapped.getCause() instanceof FileSystemException cause
                && cause.toString().equals(wrapped.getMessage());
    }

    private static boolean hasMessage(Throwable fault) {
        return fault.getMessage() != null && !fault.getMessage().isBlank();
    }

    /** Where in our own code. */
    private static String place(Throwable fault) {
        for (var frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith("pykata.")) {
                return " in %s:%d".formatted(frame.getFileName(), frame.getLineNumber());
            }
        }
        return "";
    }
}
