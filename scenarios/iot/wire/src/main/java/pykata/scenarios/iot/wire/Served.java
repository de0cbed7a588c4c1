package pykata.scenarios.iot.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How each process of the system lives: it says {@code ready ...} when it serves, and ends when it is told to (SIGTERM) or
 * when its standard input closes. The latter happens when whoever started it is gone, however it went, so a killed parent
 * leaves no process behind.
 */
public final class Served {

    /** What a line begins with in which a process says which partitions it works on, when that changes. */
    public static final String PARTITIONS = "partitions ";

    private static final long SECONDS_TO_CLOSE = 15;

    private static final AtomicBoolean IS_WATCHING = new AtomicBoolean();

    private Served() {}

    /**
     * Ends this process when its standard input closes, from now on. Called first in each main: while a process starts, its
     * parent may be killed, or the log that it waits for. An option that makes no sense ends it with one line.
     */
    public static void noLongerThanParent() {
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> {
            if (e instanceof IllegalArgumentException) {
                System.err.println(e.getMessage());
            } else {
                e.printStackTrace();
            }
            System.exit(1); // also if threads are left that would go on
        });
        if (IS_WATCHING.compareAndSet(false, true)) {
            Thread.ofPlatform().name("parent").daemon().start(() -> {
                try {
                    while (System.in.read() >= 0) {
                        // Nothing is said to us; only the end counts.
                    }
                } catch (IOException e) {
                    // Nobody holds the other side any more.
                }
                System.exit(0);
            });
        }
    }

    /** Serves until the end; never returns. What is served is closed, once. */
    public static void untilTold(String what, AutoCloseable served) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(served), "close"));
        noLongerThanParent();
        System.out.println("ready " + what);
        System.out.flush();
        while (true) {
            LockSupport.park();
        }
    }

    /** What cannot be closed in time is given up: whoever waits for our end must not hang with us. */
    private static void close(AutoCloseable served) {
        var closing = Thread.ofPlatform().daemon().start(() -> {
            try {
                served.close();
            } catch (Exception e) {
                e.printStackTrace();
            }
        });
        try {
            if (!closing.join(Duration.ofSeconds(SECONDS_TO_CLOSE))) {
                System.err.printf("not closed within %d s%n", SECONDS_TO_CLOSE);
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
